import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { closeQuestion } from "./close-question";
import { listQueue } from "./queries";
import { snoozeQuestion } from "./snooze-question";
import { at, eight, question, queue, stranger, told } from "./testing";

/** Somebody who heard back at `repliedAt` and is promised more by `promisedAt`. */
const replied = (id: string | null, repliedAt: Date, promisedAt: Date | null) =>
  db.question.update({ where: { id: id ?? "" }, data: { firstRepliedAt: repliedAt, promisedAt, promisedUnit: promisedAt && "供水公司" } });

test("out of the waiting list until then, and in it again by itself", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  await replied(questionId, at(60), after(eight, 9 * HOUR));
  const until = after(eight, 2 * HOUR);
  expect(await snoozeQuestion({ questionId: questionId ?? "", until }, lin, at(90))).toEqual({ until, previous: null });
  expect(await question(questionId)).toMatchObject({ snoozedUntil: until, snoozedById: lin.id });
  const ids = async (view: "waiting" | "snoozed", when: Date) =>
    (await listQueue(lin.scope, queue(view), lin.id, {}, when)).rows.map(({ id }) => id);
  expect([await ids("waiting", at(91)), await ids("snoozed", at(91))]).toEqual([[], [questionId]]);
  expect([await ids("waiting", until), await ids("snoozed", until)]).toEqual([[questionId], []]);
  expect(await told("question.snoozed")).toEqual([{ at: at(90), questionId, officerId: lin.id, facts: { until: until.toISOString() } }]);
});

test("back three minutes before something is owed at the latest", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const on = { questionId: questionId ?? "" };
  expect(await snoozeQuestion({ ...on, until: after(eight, HOUR) }, lin, at(10))).toEqual({ until: at(420), previous: null });
  await replied(questionId, at(60), after(eight, 30 * HOUR));
  const before = after(eight, 30 * HOUR - 3 * MINUTE);
  expect(await snoozeQuestion({ ...on, until: after(eight, 3 * DAY) }, lin, at(70))).toEqual({ until: before, previous: at(420) });
});

test("and before WeChat's window closes, unless it has closed already", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const on = { questionId: questionId ?? "", until: after(eight, 4 * DAY) };
  await replied(questionId, at(60), after(eight, 5 * DAY));
  const closesAt = after(eight, 2 * DAY - MINUTE);
  expect(await snoozeQuestion(on, lin, at(70))).toMatchObject({ until: after(closesAt, -3 * MINUTE) });
  expect(await snoozeQuestion(on, lin, after(closesAt, MINUTE))).toMatchObject({ until: on.until });
});

test("nothing owed: as long as asked, but no longer than thirty days", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  await replied(questionId, at(60), null);
  const asked = { questionId: questionId ?? "", until: after(eight, 90 * DAY) };
  expect(await snoozeQuestion(asked, lin, eight)).toMatchObject({ until: after(eight, 30 * DAY) });
});

test("refused when it would be back within a minute, is late, or names a danger", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const snooze = (seconds: number, until = after(eight, DAY)) => snoozeQuestion({ questionId: questionId ?? "", until }, lin, at(seconds));
  for (const late of [361, 500, 700]) await expect(snooze(late)).rejects.toMatchObject({ code: "snoozeTooLate" });
  await expect(snooze(10, at(20))).rejects.toMatchObject({ code: "snoozeTooLate" });
  expect(await snooze(360)).toMatchObject({ until: at(420) });
  const danger = await hears("o-wang", "有煤气味", eight);
  await expect(snoozeQuestion({ questionId: danger.questionId ?? "", until: at(300) }, lin, at(5))).rejects.toMatchObject({
    code: "snoozeTooLate",
  });
  expect((await question(danger.questionId)).snoozedUntil).toBeNull();
});

test("a new message with content brings it back, thanks does not, and what was not seen is not snoozed", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const on = { questionId: questionId ?? "", until: at(400) };
  await snoozeQuestion({ ...on, threadVersion: 1 }, lin, at(10));
  await hears("o-xing", "谢谢", at(20));
  expect((await question(questionId)).snoozedUntil).toEqual(at(400));
  await hears("o-xing", "已经两小时了", at(30));
  expect(await question(questionId)).toMatchObject({ snoozedUntil: null, snoozedById: null, waitingSince: null, dueAt: at(600) });
  await expect(snoozeQuestion({ ...on, threadVersion: 2 }, lin, at(31))).rejects.toMatchObject({ code: "threadMoved" });
  await snoozeQuestion({ ...on, threadVersion: 3 }, lin, at(32));
});

test("a message in the same instant is never snoozed away unseen", async () => {
  const { lin, hears } = await town();
  for (let round = 0; round < 8; round++) {
    const name = `o-${round}`;
    const { questionId } = await hears(name, "停水了", eight);
    const [snoozed] = await Promise.allSettled([
      snoozeQuestion({ questionId: questionId ?? "", until: at(400), threadVersion: 1 }, lin, at(10)),
      hears(name, "已经两小时了", at(10)),
    ]);
    if (snoozed.status === "rejected") expect(snoozed.reason).toMatchObject({ code: "threadMoved" });
    expect((await question(questionId)).snoozedUntil).toBeNull();
  }
});

test("refused when it has ended or belongs to another account", async () => {
  const { lin, hears } = await town();
  const { questionId } = await hears("o-xing", "停水了", eight);
  const on = { questionId: questionId ?? "", until: at(400) };
  await expect(snoozeQuestion(on, stranger(lin), at(5))).rejects.toMatchObject({ code: "questionNotFound" });
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(60));
  await expect(snoozeQuestion(on, lin, at(61))).rejects.toMatchObject({ code: "questionNotOpen" });
});
