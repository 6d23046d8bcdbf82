import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { sortsOf } from "./address";
import { queueCounts } from "./counts";
import { listQueue } from "./queries";
import { QUEUE_VIEWS, type QueueFilter, type QueueQuery, WINDOW_FILTERS } from "./rules";
import { inOrder } from "./sorting";
import { eight, pageThrough, plant, queue } from "./testing";
import { belongs, isListed } from "./views";

test("every view, filter and order: the database and the browser agree, and paging gives every row exactly once", async () => {
  const { lin, zhao, accountId } = await town();
  await plant(accountId, [lin.id, zhao.id], eight, 260);
  const list = (query: QueueQuery) => pageThrough((cursor) => listQueue(lin.scope, query, lin.id, { cursor, limit: 23 }, eight));
  const rows = await list(queue("all"));
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

test("the counts are those of the lists", async () => {
  const { lin, zhao, accountId } = await town();
  await plant(accountId, [lin.id, zhao.id], eight, 200);
  const rows = (await listQueue(lin.scope, queue("all"), lin.id, { limit: 500 }, eight)).rows;
  const counts = await queueCounts(lin.scope, lin.id, eight);
  const { late, promisedToday, changesAt, readAt: _readAt, ...views } = counts;
  expect(views).toEqual(
    Object.fromEntries(QUEUE_VIEWS.map((view) => [view, rows.filter((row) => belongs(view, row, lin.id, eight)).length])),
  );
  expect(late).toBe(views.overdue);
  expect(promisedToday).toBeGreaterThan(0);
  expect(changesAt > eight).toBe(true);
});
