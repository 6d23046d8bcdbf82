import { randomInt } from "node:crypto";
import { moveMembersTo } from "@/lib/clusters/move-members";
import { removeMembers } from "@/lib/clusters/remove-members";
import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { assignQuestion } from "@/lib/questions/assign-question";
import { claimQuestion } from "@/lib/questions/claim-question";
import { closeQuestion } from "@/lib/questions/close-question";
import { handOverQuestion } from "@/lib/questions/hand-over-question";
import { raiseDanger } from "@/lib/questions/raise-danger";
import { releaseQuestion } from "@/lib/questions/release-question";
import { reopenQuestion } from "@/lib/questions/reopen-question";
import { CLOSE_REASONS } from "@/lib/questions/rules";
import { setQuestionKind } from "@/lib/questions/set-question-kind";
import { snoozeQuestion } from "@/lib/questions/snooze-question";
import { splitQuestion } from "@/lib/questions/split-question";
import { undoClose } from "@/lib/questions/undo-close";
import { Refusal } from "@/lib/refusal";
import { claimReply } from "@/lib/replies/claim-reply";
import { markFailed } from "@/lib/replies/mark-failed";
import { markSent } from "@/lib/replies/mark-sent";
import { markUnknown } from "@/lib/replies/mark-unknown";
import { says } from "@/lib/replies/testing";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { after, DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import { hear, type town } from "@/prisma/town";

type Town = Awaited<ReturnType<typeof town>>;

const one = <T>(values: readonly T[]) => values[randomInt(values.length)] as T;
const seconds = (least: number, most: number) => randomInt(least, most) * SECOND + randomInt(1_000);

/** Days of chance: residents write, officers do everything they can, WeChat takes most of it. Refusals are part of it. Returns the end. */
export async function live(desk: Town, begin: Date, steps: number, pause: (at: Date) => Promise<void> = async () => {}): Promise<Date> {
  let at = begin;
  for (let step = 0; step < steps; step += 1) {
    at = after(at, one([seconds(1, 60), seconds(60, 900), seconds(60, 900), randomInt(1, 30) === 1 ? seconds(20_000, 90_000) : 0]));
    try {
      await act(desk, at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    if (randomInt(12) === 0) await pause(at);
  }
  return at;
}

async function act(desk: Town, at: Date): Promise<void> {
  const officer = one([desk.lin, desk.zhao, desk.he]);
  const what = randomInt(20);
  if (what < 6) {
    const text = one(["三号路停水了", "路灯不亮", "我要投诉，没人管", "谢谢", "您好", "楼道里煤气味很大", "还没来水"]);
    await desk.hears(`o-${randomInt(9)}`, text, at);
    return;
  }
  if (what < 12) return reply(officer, at);
  const questions = await db.question.findMany({ select: { id: true, threadId: true, assignedToId: true, clusterId: true } });
  if (questions.length === 0) return;
  const { id: questionId, threadId, assignedToId, clusterId } = one(questions);
  const acts = [
    () => claimQuestion({ questionId }, officer, at),
    () => assignQuestion({ questionId, toId: desk.zhao.id }, officer, at),
    () => releaseQuestion({ questionId }, officer, at),
    () => handOverQuestion({ questionId, toId: desk.lin.id, note: "交给你" }, { ...officer, id: assignedToId ?? officer.id }, at),
    () => closeQuestion({ questionId, reason: one(CLOSE_REASONS) }, officer, at),
    () => closeQuestion({ questionId, reason: "repeated" }, officer, at).then(() => undoClose({ questionId }, officer, after(at, 900))),
    () => reopenQuestion({ questionId }, officer, at),
    () => setQuestionKind({ questionId, kind: one(QUESTION_KINDS) }, officer, at),
    () => snoozeQuestion({ questionId, until: after(at, HOUR) }, officer, at),
    () => raiseDanger({ questionId }, officer, at),
    () => split(questionId, officer, at),
    () => moveMembersTo({ toId: null, questionIds: [questionId, one(questions).id] }, officer, at),
    () => (clusterId ? removeMembers({ clusterId, questionIds: [questionId] }, officer, at) : reply(officer, at, threadId)),
  ];
  await one(acts)();
}

async function reply(officer: ActingOfficer, at: Date, threadId?: string): Promise<void> {
  const waiting = await db.question.findMany({ where: { endedAt: null }, select: { threadId: true } });
  const to = threadId ?? (waiting.length > 0 ? one(waiting).threadId : undefined);
  if (!to) return;
  const kind = one(["answer", "ask", "interim"] as const);
  const text = one(["今晚八点恢复供水", "请问是几号楼", "收悉", "已派人去看"]);
  await says(officer, to, text, at, kind === "interim" ? { kind, unit: "供水公司", promisedAt: after(at, one([HOUR, DAY])) } : { kind });
  const sent = after(at, seconds(6, 40));
  if (randomInt(3) === 0) await resident(to, after(at, 2 * SECOND));
  const claimed = await claimReply(sent);
  if (claimed?.kind !== "claimed") return;
  const end = one(["sent", "sent", "sent", "sent", "failed", "unknown"] as const);
  if (end === "sent") await markSent(claimed, after(sent, SECOND));
  else if (end === "failed") await markFailed(claimed, { errcode: 48_001, code: "notGranted", detail: null }, after(sent, SECOND));
  else {
    await markUnknown(claimed, { code: "timeout", detail: null }, after(sent, SECOND));
    if (randomInt(2) === 0) await markSent(claimed, after(sent, MINUTE));
  }
}

/** The resident writes on, unseen by the officer who has just answered. */
async function resident(threadId: string, at: Date): Promise<void> {
  const { residentId, accountId } = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
  const { openid } = await db.resident.findUniqueOrThrow({ where: { id: residentId } });
  const { slug } = await db.officialAccount.findUniqueOrThrow({ where: { id: accountId } });
  await hear(slug, openid, one(["还有，路灯不亮", "到底什么时候"]), at);
}

async function split(questionId: string, officer: ActingOfficer, at: Date): Promise<void> {
  const messages = await db.message.findMany({ where: { questionId, direction: "inbound", nature: "content" }, select: { id: true } });
  if (messages.length > 1) await splitQuestion({ questionId, messageIds: [one(messages).id] }, officer, at);
}

/** Every fact and sum as it stands, in an order of its own, ready to be compared. Sums of nothing are no sums. */
export async function allFacts() {
  const sums = await db.tally.findMany();
  const distributions = await db.distribution.findMany({ where: { count: { not: 0 } } });
  const sorted = <Row>(rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    questions: sorted(await db.questionFact.findMany()),
    duties: sorted(await db.dutyFact.findMany()),
    sums: sorted(sums.filter((row) => Object.values(row).some((value) => typeof value === "number" && value !== 0))),
    distributions: sorted(distributions),
    clusters: sorted(await db.clusterTotal.findMany({ where: { opened: { not: 0 } }, select: { clusterId: true, opened: true } })),
  };
}
