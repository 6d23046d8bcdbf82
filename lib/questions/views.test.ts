import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { type ActingOfficer, scopeOf } from "@/lib/officers/scope";
import { dutyOf } from "@/lib/sla/rules";
import "@/prisma/testing";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { endOfDay, startOfDay } from "@/lib/time/zones";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { sortsOf } from "./address";
import { queueCounts } from "./counts";
import { foldKey, folds } from "./folding";
import { listQueue, type QuestionRow, touchedQuestions } from "./queries";
import { QUEUE_VIEWS, type QueueFilter, type QueueQuery, WINDOW_FILTERS } from "./rules";
import { inOrder } from "./sorting";
import { eight, pageThrough, plant, queue } from "./testing";
import { belongs, isListed } from "./views";

/** The town, and an account whose day is another one, seen by the same officer. */
async function twoAccounts() {
  const { accountId, lin, zhao } = await town();
  const elsewhere = { ...TOWN_ACCOUNT, slug: "elsewhere", originalId: "gh_elsewhere", appId: "wxelsewhere", dangerWords: [] };
  const otherId = await saveAccount(elsewhere);
  await db.officialAccount.update({ where: { id: otherId }, data: { timeZone: "America/New_York" } });
  return { accountId, otherId, lin: { ...lin, scope: scopeOf([accountId, otherId]) }, zhao };
}

/** Every question: what asks for a kind shows single ones. */
async function unfolded({ scope, id }: ActingOfficer) {
  const kinds = QUESTION_KINDS.map((kind) => ({ ...queue("all"), filter: { kind } }));
  const pages = kinds.map((query) => pageThrough((cursor) => listQueue(scope, query, id, { cursor, limit: 100 }, eight)));
  return (await Promise.all(pages)).flat();
}

test("every view, filter and order: the database and the browser agree, and paging gives every row exactly once", async () => {
  const { lin, zhao, accountId, otherId } = await twoAccounts();
  await plant(accountId, [lin.id, zhao.id], eight, 130);
  await plant(otherId, [lin.id, zhao.id], eight, 130);
  const list = (query: QueueQuery) => pageThrough((cursor) => listQueue(lin.scope, query, lin.id, { cursor, limit: 60 }, eight));
  const rows = await unfolded(lin);
  expect(rows).toHaveLength(260);
  const some = <T>(...values: T[]) => values[randomInt(values.length)] as T;
  for (const view of QUEUE_VIEWS) {
    expect(rows.filter((row) => belongs(view, row, lin.id, eight)).length, view).toBeGreaterThan(0);
    for (const sort of sortsOf(view)) {
      const filters: QueueFilter[] = [
        {},
        { window: some(...WINDOW_FILTERS) },
        { assignee: some("me", "none", zhao.id), kind: some(undefined, "complaint") },
        { state: some("open", "answered", "closed"), accountId },
      ];
      for (const filter of filters) {
        const query = { view, filter, sort };
        const expected = inOrder(
          query,
          rows.filter((row) => isListed(query, row, lin.id, eight)),
        );
        expect(
          (await list(query)).map(({ id }) => id),
          JSON.stringify(query),
        ).toEqual(expected.map(({ id }) => id));
      }
    }
  }
});

test("the database folds what the browser would: all but the first of each kind of a cluster's questions that nobody has touched", async () => {
  const { lin, zhao, accountId } = await town();
  await plant(accountId, [lin.id, zhao.id], eight, 400);
  const { rows } = await listQueue(lin.scope, queue("mine"), lin.id, { limit: 500 }, eight);
  expect(rows.every(({ folded }) => !folded)).toBe(true);
  const all = await unfolded(lin);
  const groups = new Map<string, QuestionRow[]>();
  for (const row of all) {
    const key = foldKey(row);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  expect(groups.size).toBeGreaterThan(3);
  const owedAt = (row: QuestionRow) => dutyOf(row, null).at?.getTime() ?? Number.POSITIVE_INFINITY;
  for (const members of groups.values()) {
    const [lead, ...others] = members.toSorted((one, other) => owedAt(one) - owedAt(other) || (one.id < other.id ? -1 : 1));
    expect([lead?.folded, others.filter(({ folded }) => !folded)]).toEqual([false, []]);
  }
  expect(all.filter((row) => foldKey(row) === null && row.folded)).toEqual([]);
  const folded = all.find((row) => row.folded);
  const told = await touchedQuestions(lin.scope, { ids: [folded?.id ?? ""], threadIds: [] });
  const leads = all.filter((row) => row.clusterId === folded?.clusterId && foldKey(row) !== null && !row.folded);
  expect(told.map(({ id }) => id).sort()).toEqual([folded, ...leads].map((row) => row?.id).sort());
});

test("whatever belongs to a folding view has there the one it stands under", async () => {
  const { lin, zhao, accountId } = await town();
  await plant(accountId, [lin.id, zhao.id], eight, 400);
  const all = await unfolded(lin);
  let folded = 0;
  for (const view of QUEUE_VIEWS.filter((one) => folds(queue(one)))) {
    const shown = new Set(all.filter((row) => isListed(queue(view), row, lin.id, eight)).map(foldKey));
    const hidden = all.filter((row) => belongs(view, row, lin.id, eight) && !isListed(queue(view), row, lin.id, eight));
    expect(hidden.filter((row) => !shown.has(foldKey(row)))).toEqual([]);
    folded += hidden.length;
  }
  // Which of the views has them is left to chance.
  expect(folded).toBeGreaterThan(0);
});

test("the counts are those of the lists, folded questions included", async () => {
  const { lin, zhao, accountId, otherId } = await twoAccounts();
  await plant(accountId, [lin.id, zhao.id], eight, 120);
  await plant(otherId, [lin.id, zhao.id], eight, 120);
  const rows = await unfolded(lin);
  const counts = await queueCounts(lin.scope, lin.id, eight);
  const { late, promisedToday, changesAt, readAt: _readAt, ...views } = counts;
  expect(views).toEqual(
    Object.fromEntries(QUEUE_VIEWS.map((view) => [view, rows.filter((row) => belongs(view, row, lin.id, eight)).length])),
  );
  expect(late).toBe(views.overdue);
  const isToday = ({ promisedAt, timeZone }: QuestionRow) =>
    promisedAt !== null && promisedAt >= startOfDay(eight, timeZone) && promisedAt < endOfDay(eight, timeZone);
  const today = rows.filter((row) => belongs("promises", row, lin.id, eight) && isToday(row));
  expect([promisedToday, new Set(today.map(({ accountId: id }) => id)).size]).toEqual([today.length, 2]);
  expect(changesAt > eight && changesAt <= endOfDay(eight, "America/New_York")).toBe(true);
});
