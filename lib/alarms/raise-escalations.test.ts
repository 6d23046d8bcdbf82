import pg from "pg";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { closeQuestion } from "@/lib/questions/close-question";
import { dismissDanger } from "@/lib/questions/dismiss-danger";
import { reopenQuestion } from "@/lib/questions/reopen-question";
import { snoozeQuestion } from "@/lib/questions/snooze-question";
import { answered, plant } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { acknowledgeAlarms } from "./acknowledge-alarms";
import { raiseEscalations } from "./raise-escalations";
import { alarms, at, crowd, eight, policy, sweep, under } from "./testing";

const seen = async () => (await alarms()).map(({ kind, step, round, audiences }) => [kind, step, round, ...audiences]);

/** A question that came at eight, and is due at ten past. */
async function waiting() {
  const desk = await town();
  const { questionId } = await desk.hears("oXing0000000000000000000001", "三号路什么时候来水", eight);
  return { ...desk, questionId: questionId ?? "" };
}

test("at seven minutes the shift, at nine the supervisors, then up the chain; each step once, a second early none", async () => {
  await waiting();
  for (const minutes of [6.99, 7, 7.02, 8.99, 9, 9.02, 10, 10.02, 19.99, 20]) await sweep(at(minutes));
  expect(await seen()).toEqual([
    ["dueSoon", 0, 0, "shift"],
    ["dueSoon", 1, 0, "supervisors"],
    ["overdue", 2, 0, "supervisors"],
    ["overdue", 3, 0, "admins"],
  ]);
  const events = await db.event.findMany({ where: { type: "alarm.raised" }, orderBy: { id: "asc" } });
  expect(events.map(({ facts, at: when }) => [(facts as { step: number }).step, when])).toEqual([
    [0, at(7)],
    [1, at(9)],
    [2, at(10)],
    [3, at(20)],
  ]);
});

test("the last step again every so many minutes until somebody acknowledges it; with a policy that wants none, never", async () => {
  const { accountId, he, hears, questionId } = await waiting();
  const once = await hears("oZhao000000000000000000002", "公园几点关门", eight);
  const steps = [{ minutesBefore: 0, to: "supervisors" as const }];
  await under(await policy(accountId, he.id, { steps, repeatMinutes: 5 }), questionId);
  await under(await policy(accountId, he.id, { steps, repeatMinutes: null }, -50), once.questionId);
  for (const minutes of [10, 12, 15, 20]) await sweep(at(minutes));
  expect(await db.alarmMember.findMany({ where: { questionId: once.questionId ?? "" } })).toHaveLength(1);
  const told = await db.alarmMember.findMany({ where: { questionId }, orderBy: { round: "asc" }, include: { alarm: true } });
  expect(told.map(({ round, alarm }) => [round, alarm.raisedAt])).toEqual([
    [0, at(10)],
    [1, at(15)],
    [2, at(20)],
  ]);
  const last = told.at(-1)?.alarm;
  await acknowledgeAlarms({ alarmIds: [last?.id ?? ""] }, he, at(21));
  for (const minutes of [25, 30, 60]) await sweep(at(minutes));
  expect(await db.alarm.count()).toBe(4);
  expect((await db.question.findUniqueOrThrow({ where: { id: questionId } })).escalateAt).toBeNull();
});

test("an answer that is owed next escalates as one, and by no step while the resident is asked for more", async () => {
  const { questionId } = await waiting();
  const owes = (data: { answerDueAt: Date | null }) => db.question.update({ where: { id: questionId }, data, select: { id: true } });
  await owes({ answerDueAt: at(60) });
  await db.question.update({ where: { id: questionId }, data: { firstRepliedAt: at(2) } });
  await sweep(at(57));
  await owes({ answerDueAt: null });
  for (const minutes of [59, 61]) await sweep(at(minutes));
  await owes({ answerDueAt: at(70) });
  await sweep(at(70));
  expect(await seen()).toEqual([
    ["answerDue", 0, 0, "shift"],
    ["answerOverdue", 2, 0, "shift", "supervisors"],
  ]);
});

test("after an outage the steps that are late come as the highest of them, to all whom they tell, and say how late", async () => {
  await waiting();
  await sweep(at(11.5));
  expect(await seen()).toEqual([["overdue", 2, 0, "shift", "supervisors"]]);
  expect((await db.event.findFirstOrThrow({ where: { type: "alarm.raised" } })).facts).toMatchObject({ lateSeconds: 90 });
  await sweep(at(95));
  expect((await seen()).slice(1)).toEqual([["overdue", 3, 0, "admins"]]);
  await sweep(at(99));
  expect(await db.alarm.count()).toBe(2);
});

test("200 who ask the same are one alarm a step, with their number; one who asks something else has an alarm of its own", async () => {
  const desk = await waiting();
  const ids = [desk.questionId];
  for (let index = 0; index < 199; index += 1) {
    ids.push((await desk.hears(`oCrowd00000000000000000${index}`, "三号路停水", at(index / 199))).questionId ?? "");
  }
  await crowd(desk.accountId, ids);
  await desk.hears("oAlone0000000000000000001", "公园几点关门", at(0.5));
  for (let minutes = 7; minutes <= 8.2; minutes += 0.1) await Promise.all([sweep(at(minutes)), sweep(at(minutes))]);
  expect((await alarms()).map(({ kind, count }) => [kind, count]).sort()).toEqual([
    ["dueSoon", 1],
    ["dueSoon", 200],
  ]);
  expect(await db.alarmMember.count({ where: { leftAt: null } })).toBe(201);
});

test("what is put off escalates all the same; a danger at once, to shift and supervisors, and again only by its steps", async () => {
  const { lin, hears, questionId } = await waiting();
  await snoozeQuestion({ questionId, until: at(9.5) }, lin, at(1));
  const { questionId: danger } = await hears("oGas0000000000000000000001", "煤气味很大", at(2));
  await sweep(at(2.01));
  await sweep(at(3));
  expect(await seen()).toEqual([["danger", -1, 0, "shift", "supervisors"]]);
  await sweep(at(7));
  expect((await seen())[1]).toEqual(["dueSoon", 0, 0, "shift"]);
  await dismissDanger({ questionId: danger ?? "" }, lin, at(8));
  await sweep(at(9.01));
  expect((await seen()).slice(2)).toEqual(expect.arrayContaining([["dueSoon", 0, 0, "shift"]]));
});

test("a danger that comes up when its clock has been told of, or again after it was dismissed, is told at once", async () => {
  const { lin, hears, questionId } = await waiting();
  await sweep(at(7));
  await hears("oXing0000000000000000000001", "家里煤气味很大", at(7.5));
  await sweep(at(7.51));
  await dismissDanger({ questionId }, lin, at(8));
  await sweep(at(8.01));
  await hears("oXing0000000000000000000001", "煤气味又大了", at(8.5));
  await sweep(at(8.51));
  await sweep(at(8.6));
  expect(await seen()).toEqual([
    ["dueSoon", 0, 0, "shift"],
    ["danger", -1, 0, "shift", "supervisors"],
    ["danger", -1, 1, "shift", "supervisors"],
  ]);
});

test("closed and opened again: no step is told twice, the last one stands again", async () => {
  const { lin, questionId } = await waiting();
  await sweep(at(7));
  await closeQuestion({ questionId, reason: "repeated" }, lin, at(8));
  expect(await db.alarmMember.count({ where: { leftAt: null } })).toBe(0);
  await reopenQuestion({ questionId }, lin, at(8.5));
  await sweep(at(8.51));
  expect(await seen()).toEqual([["dueSoon", 0, 0, "shift"]]);
  expect(await db.alarmMember.count({ where: { leftAt: null } })).toBe(1);
  await sweep(at(9));
  expect(await db.alarm.count()).toBe(2);
});

describe("any number of workers", () => {
  test("sweep at once: every step once, however they meet", async () => {
    const { accountId, lin } = await town();
    await plant(accountId, [lin.id], eight, 300);
    for (let minutes = -3; minutes <= 20; minutes += 4) {
      await Promise.all(Array.from({ length: 4 }, () => sweep(at(minutes))));
    }
    const members = await db.alarmMember.findMany();
    const told = members.map(({ questionId, owedAt, step, round }) => [questionId, owedAt.getTime(), step, round].join(" "));
    expect(told.length).toBeGreaterThan(50);
    expect(new Set(told).size).toBe(told.length);
    expect(await db.question.count({ where: { escalateAt: { lte: at(17) } } })).toBe(0);
  });

  test("one that is killed in the middle has told nothing, and another tells it all", async () => {
    await waiting();
    const killed = new pg.Client({ connectionString: env.DATABASE_URL });
    killed.on("error", () => undefined);
    await killed.connect();
    await killed.query("BEGIN");
    await killed.query(`SELECT 1 FROM "Question" WHERE "escalateAt" IS NOT NULL FOR NO KEY UPDATE SKIP LOCKED`);
    await killed.query(`UPDATE "Question" SET "escalateAt" = NULL, escalations = 9`);
    expect(await raiseEscalations(at(7))).toEqual({ taken: 0, mayBeMore: false });
    const { rows } = await killed.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    await db.$executeRaw`SELECT pg_terminate_backend(${rows[0]?.pid}::int)`;
    await expect.poll(async () => (await raiseEscalations(at(7.01))).taken).toBe(1);
    expect(await seen()).toEqual([["dueSoon", 0, 0, "shift"]]);
  });
});

test("answered: its alarm is left in the same breath", async () => {
  const { lin, questionId } = await waiting();
  await sweep(at(7));
  await answered(questionId, lin, at(8));
  expect(await db.alarmMember.findFirstOrThrow()).toMatchObject({ settledAt: null, leftAt: expect.any(Date) });
  await sweep(at(30));
  expect(await db.alarm.count()).toBe(1);
});
