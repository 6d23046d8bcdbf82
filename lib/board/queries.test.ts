import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { renameCluster } from "@/lib/clusters/rename-cluster";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { answered, at, eight, plant } from "@/lib/questions/testing";
import { belongs } from "@/lib/questions/views";
import { dutyOf, firstResponse, remainingFor } from "@/lib/sla/rules";
import { after, DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { boardOf } from "./queries";
import { hotCluster } from "./rules";

const NOTHING = {
  waiting: 0,
  dueSoon: 0,
  late: 0,
  dangers: 0,
  promisedToday: 0,
  oldestSince: null,
  nextOwedAt: null,
  lateOwedAt: null,
  latePromise: false,
  lateAnswer: false,
};
const noon = after(eight, 4 * HOUR);

const open = (instants: readonly (Date | null)[], which: (...values: number[]) => number) => {
  const times = instants.flatMap((instant) => (instant ? [instant.getTime()] : []));
  return times.length > 0 ? new Date(which(...times)) : null;
};

/** The same numbers from the rows themselves, by the rules that officers' screens use. */
async function recounted(accountId: string, now: Date) {
  const rows = await db.question.findMany({ where: { accountId }, include: { thread: { include: { resident: true } } } });
  const shown = rows.map((row) => ({
    ...row,
    timeZone: "Asia/Shanghai",
    assignedTo: null,
    folded: false,
    unfollowedAt: row.thread.resident.unfollowedAt,
    window: { closesAt: null, remaining: 0 },
  }));
  const of = (view: "waiting" | "dueSoon" | "overdue") => shown.filter((row) => belongs(view, row, "", now));
  const standing = rows.filter(({ answeredAt, closedAt }) => !answeredAt && !closedAt);
  const isLate = ({ owedAt }: { owedAt: Date | null }) => owedAt !== null && remainingFor(owedAt, now) < 0;
  const today = { from: at(-8 * 3_600), until: at(16 * 3_600) };
  const took = rows.flatMap(({ firstRepliedAt, openedAt, countedFrom }) =>
    firstRepliedAt && firstRepliedAt > after(now, -HOUR) && firstRepliedAt <= now
      ? [Math.max(0, Math.ceil((firstRepliedAt.getTime() - (countedFrom ?? openedAt).getTime()) / SECOND))]
      : [],
  );
  const asked = rows.filter(({ openedAt }) => openedAt >= today.from && openedAt <= now);
  const ends = asked.map((row) => firstResponse(row, now));
  const within = (minutes: number) =>
    asked.filter((row) => row.firstRepliedAt && row.firstRepliedAt <= after(row.countedFrom ?? row.openedAt, minutes * MINUTE)).length;
  return {
    open: {
      waiting: of("waiting").length,
      dueSoon: of("dueSoon").length,
      late: of("overdue").length,
      dangers: standing.filter(({ dangerWord, dangerDismissedAt }) => dangerWord && !dangerDismissedAt).length,
      promisedToday: standing.filter(({ promisedAt }) => promisedAt && promisedAt >= today.from && promisedAt < today.until).length,
      oldestSince: open(
        of("waiting").flatMap(({ firstRepliedAt, waitingSince, openedAt }) =>
          !firstRepliedAt || waitingSince ? [waitingSince ?? openedAt] : [],
        ),
        Math.min,
      ),
      nextOwedAt: open(
        standing.filter((row) => !isLate(row)).map(({ owedAt }) => owedAt),
        Math.min,
      ),
      lateOwedAt: open(
        standing.filter(isLate).map(({ owedAt }) => owedAt),
        Math.min,
      ),
      latePromise: standing
        .filter(isLate)
        .toSorted((one, other) => Number(one.owedAt) - Number(other.owedAt))
        .slice(0, 1)
        .some(({ owedAt, promisedAt }) => promisedAt?.getTime() === owedAt?.getTime()),
      lateAnswer: standing
        .filter(isLate)
        .toSorted((one, other) => Number(one.owedAt) - Number(other.owedAt))
        .slice(0, 1)
        .some((row) => dutyOf(row, null).milestone === "answer"),
    },
    hour: { responses: took.length, median: quantile(took, 0.5), ninetieth: quantile(took, 0.9) },
    today: {
      asked: asked.filter(({ followsId }) => !followsId).length,
      owed: ends.filter((end) => end === "met" || end === "breached").length,
      withinTen: within(10),
      withinThree: within(3),
    },
    hot: [...new Set(standing.flatMap(({ clusterId }) => clusterId ?? []))]
      .map((id) => {
        const members = standing.filter(({ clusterId }) => clusterId === id);
        const people = (rows: typeof members) => new Set(rows.map(({ threadId }) => threadId)).size;
        return { id, people: people(members), newcomers: people(members.filter(({ openedAt }) => openedAt > after(now, -30 * MINUTE))) };
      })
      .filter(hotCluster),
  };
}

function quantile(values: number[], share: number) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

test("every number is that of a naive recount, whatever stands around it", async () => {
  const { accountId, lin } = await town();
  await plant(accountId, [lin.id], noon, 200);
  const some = await db.question.findMany({ where: { accountId }, select: { id: true }, orderBy: { id: "asc" } });
  const [replied, served, outside] = [some.slice(0, 60), some.slice(60, 70), some.slice(40, 100)].map((part) => part.map(({ id }) => id));
  await db.$executeRaw`UPDATE "Question" SET "countedFrom" = "openedAt" + interval '5 minutes' WHERE id = ANY(${outside}::uuid[])`;
  await db.$executeRaw`UPDATE "Question" SET "firstRepliedAt" = ${noon}::timestamptz - random() * interval '70 minutes' WHERE id = ANY(${replied}::uuid[])`;
  await db.question.updateMany({
    where: { id: { in: served ?? [] } },
    data: { selfServedAt: noon, answeredAt: noon, closedAt: null, closeReason: null, firstRepliedAt: null, collecting: false },
  });
  const { hot, ...expected } = await recounted(accountId, noon);
  const board = await boardOf(scopeOf([accountId]), noon);
  expect(board).toMatchObject(expected);
  expect(board.clusters.map(({ id, people, newcomers }) => ({ id, people, newcomers })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    hot.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
  );
  expect(expected.hour.responses).toBeGreaterThan(10);
});

test("another account's numbers are not among them, and nothing at all is a board, too", async () => {
  const { accountId } = await town();
  await plant(accountId, [], noon, 20);
  const nothing = {
    open: NOTHING,
    clusters: [],
    onDuty: [],
    unattended: [],
    accounts: [],
    hour: { responses: 0, median: null, ninetieth: null },
  };
  expect(await boardOf(scopeOf([uuid()]), noon)).toMatchObject(nothing);
  await db.question.deleteMany();
  const empty = {
    ...nothing,
    accounts: [{ name: "曹妃甸发布", lastMessageAt: null, usualPerHour: 0 }],
    today: { asked: 0, owed: 0, withinTen: 0, withinThree: 0 },
  };
  expect(await boardOf(scopeOf([accountId]), noon)).toMatchObject(empty);
});

test("today begins and ends by the account's own clock, on the long day, too", async () => {
  const { accountId, hears } = await town();
  await db.officialAccount.update({ where: { id: accountId }, data: { timeZone: "Europe/Berlin" } });
  const [midnight, noonThere, nextMidnight] = ["2026-10-24T22:00:00Z", "2026-10-25T11:00:00Z", "2026-10-25T23:00:00Z"].map(
    (text) => new Date(text),
  );
  if (!midnight || !noonThere || !nextMidnight) throw new Error("three instants");
  const heard = await Promise.all(
    [after(midnight, -SECOND), midnight, noonThere].map((instant, index) => hears(`o-${index}`, "路灯不亮", instant)),
  );
  const promises = [after(midnight, -1), midnight, after(nextMidnight, -1)];
  for (const [index, { questionId }] of heard.entries())
    await db.question.update({ where: { id: questionId ?? "" }, data: { firstRepliedAt: noonThere, promisedAt: promises[index] ?? null } });
  const board = await boardOf(scopeOf([accountId]), after(noonThere, MINUTE));
  expect(board.today.asked).toBe(2);
  expect(board.open.promisedToday).toBe(2);
  expect((await boardOf(scopeOf([accountId]), nextMidnight)).today.asked).toBe(0);
  expect((await boardOf(scopeOf([accountId]), after(nextMidnight, -1))).today.asked).toBe(2);
});

test("what an hour usually brings is that of the same hour of the last seven days", async () => {
  const { accountId, hears } = await town();
  for (const [index, ago] of [DAY, DAY + 30 * MINUTE, 2 * DAY, DAY + 61 * MINUTE, 8 * DAY, 10 * MINUTE].entries())
    await hears(`o-${index}`, "路灯不亮", after(noon, -ago));
  const { accounts } = await boardOf(scopeOf([accountId]), noon);
  expect(accounts).toMatchObject([{ lastMessageAt: after(noon, -10 * MINUTE), usualPerHour: 3 / 7 }]);
});

test("nothing of any resident stands on the wall, neither words nor names nor numbers", async () => {
  const { accountId, hears, lin, zhao } = await town();
  const words = ["我叫邢玉兰，三号楼停水", "邢玉兰家停水，电话13800001111", "孩子发烧三十九度", "三号路停水到几点"];
  const heard = await Promise.all(
    Array.from({ length: 8 }, (_, index) => hears(`oTellTale000${index}`, words[index % 4] ?? "", at(index))),
  );
  await db.resident.updateMany({ data: { remark: "邢大姐" } });
  const [one, two] = [uuid(), uuid()];
  await db.cluster.createMany({
    data: [
      { id: one, accountId, place: "三号路", matter: "停水 1380000 1111", openedAt: eight },
      { id: two, accountId, place: "", matter: "", openedAt: eight },
    ],
  });
  for (const [index, { questionId }] of heard.entries())
    await db.question.update({ where: { id: questionId ?? "" }, data: { clusterId: index < 5 ? one : two } });
  await answered(heard[7]?.questionId ?? "", zhao, at(60));
  await db.dutySpell.create({ data: { accountId, officerId: lin.id, signedOnAt: eight } });
  const look = () => boardOf(scopeOf([accountId]), at(61));
  const board = await look();
  expect(board.clusters).toMatchObject([{ id: one, title: "三号路", people: 5 }]);
  expect(board.onDuty).toEqual([{ officerId: lin.id, name: "林" }]);
  // Two of them said it, so that as the name of their matter it was let pass.
  await renameCluster({ clusterId: one, clusterVersion: 1, place: "邢玉兰", matter: "停水" }, lin, at(62));
  const renamed = await look();
  expect(renamed.clusters).toMatchObject([{ id: one, title: "停水" }]);
  for (const told of [board, renamed].map((shown) => JSON.stringify(shown)))
    for (const word of ["邢", "孩子", "1380000", "oTellTale", "几点", "三十九"]) expect(told).not.toContain(word);
});
