import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import type { EventType } from "@/lib/events/types";
import type { ActingOfficer } from "@/lib/officers/scope";
import { claimReply } from "@/lib/replies/claim-reply";
import { markSent } from "@/lib/replies/mark-sent";
import { after, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import type { town } from "@/prisma/town";
import { holdGrouping } from "./lease";
import { type Decision, placeQuestions } from "./place-questions";
import type { WriteGroupAnswer } from "./schema";
import { sendMember } from "./send-member";
import { writeGroupAnswer } from "./write-group-answer";

export const eight = new Date("2026-11-23T00:00:00Z");
export const at = (seconds: number) => after(eight, seconds * SECOND);

type Desk = Awaited<ReturnType<typeof town>>;

/** What the machine would say of a question: that it is like its partner, or like nothing. */
export function decision(questionId: string, partnerId: string | null, more: Partial<Decision> = {}): Decision {
  const reasons = { place: ["三号路"], matter: ["停水"], differing: [] };
  const title = { place: "三号路", matter: "停水" };
  return { questionId, groupId: uuid(), partnerId, confidence: "sure", reasons, title, suggestedIds: [], ...more };
}

/** Residents who ask the same, one second after the other, grouped as the machine does it. */
export async function crowd({ hears, accountId }: Desk, texts: readonly string[], when = eight) {
  const holderId = uuid();
  await holdGrouping(accountId, holderId, when);
  const members: { questionId: string; threadId: string; openid: string }[] = [];
  for (const [index, text] of texts.entries()) {
    const openid = `o-${when.getTime()}-${index}`;
    const { questionId, threadId } = await hears(openid, text, after(when, index * SECOND));
    members.push({ questionId: questionId ?? "", threadId, openid });
  }
  const [first, ...others] = members;
  if (!first) throw new Error("a crowd of nobody");
  const placed = await placeQuestions(
    { accountId, holderId },
    [decision(first.questionId, null), ...others.map(({ questionId }) => decision(questionId, first.questionId))],
    when,
  );
  await db.groupingLease.deleteMany();
  return { members, clusterId: placed?.at(-1)?.clusterId ?? "" };
}

export const cluster = (id: string) => db.cluster.findUniqueOrThrow({ where: { id } });
export const membersOf = async (clusterId: string) =>
  (await db.question.findMany({ where: { clusterId }, orderBy: { id: "asc" }, select: { id: true } })).map(({ id }) => id);

/** What the events of one type say. */
export const told = (type: EventType) =>
  db.event.findMany({ where: { type }, select: { questionId: true, officerId: true, facts: true }, orderBy: { id: "asc" } });

/** Members with their threads as they are now. */
export async function seen(questionIds: readonly string[]) {
  const found = await db.question.findMany({
    where: { id: { in: [...questionIds] } },
    select: { id: true, thread: { select: { version: true } } },
  });
  return found.map(({ id, thread }) => ({ questionId: id, threadVersion: thread.version }));
}

/** An answer of an officer to all of a cluster that is open, as it stands now. */
export async function answers(officer: ActingOfficer, clusterId: string, text: string, when: Date, more: Partial<WriteGroupAnswer> = {}) {
  const open = await db.question.findMany({ where: { clusterId, answeredAt: null, closedAt: null }, select: { id: true } });
  const members = await seen(open.map(({ id }) => id));
  const { version } = await cluster(clusterId);
  const input = { groupAnswerId: uuid(), clusterId, clusterVersion: version, members, answer: { kind: "answer" as const, text } };
  return writeGroupAnswer({ ...input, ...more }, officer, when);
}

/** Makes the replies of all members that are due. */
export async function sendAll(when: Date): Promise<number> {
  let sent = 0;
  while (await sendMember(when)) sent += 1;
  return sent;
}

/** WeChat takes every reply that is due; the texts by resident. */
export async function delivered(when: Date): Promise<Record<string, string[]>> {
  const phones: Record<string, string[]> = {};
  for (let next = await claimReply(when); next; next = await claimReply(when)) {
    if (next.kind !== "claimed") continue;
    phones[next.openid] = [...(phones[next.openid] ?? []), next.parts.map((part) => (part.kind === "text" ? part.text : "")).join("")];
    await markSent(next, when);
  }
  return phones;
}

/** Where each member of a group answer stands, and why. */
export const standing = async (groupAnswerId: string) =>
  Object.fromEntries(
    (await db.groupAnswerMember.findMany({ where: { groupAnswerId } })).map(({ questionId, state, why }) => [questionId, why ?? state]),
  );

/** A cluster that was answered, two residents and as many `more`, and residents who come to it later. */
export async function answeredCrowd(desk: Desk, text: string, more = 0) {
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const planted = more > 0 ? await plantCrowd(desk, more, at(2)) : null;
  if (planted) await db.question.updateMany({ where: { clusterId: planted.clusterId }, data: { clusterId } });
  const { id: groupAnswerId } = await answers(desk.lin, clusterId, text, at(40));
  await sendAll(at(45));
  await delivered(at(46));
  const partnerId = members[1]?.questionId ?? null;
  const comes = async (words: string, when: Date, openid = `o-${uuid()}`) => {
    const { questionId, threadId } = await desk.hears(openid, words, when);
    const holderId = uuid();
    await holdGrouping(desk.accountId, holderId, when);
    await placeQuestions({ accountId: desk.accountId, holderId }, [decision(questionId ?? "", partnerId)], when);
    await db.groupingLease.deleteMany();
    return { questionId: questionId ?? "", threadId, openid };
  };
  return { members, clusterId, groupAnswerId, comes };
}

/** As many residents of one cluster as asked for, written at once. */
export async function plantCrowd({ accountId }: Desk, count: number, when: Date) {
  const clusterId = uuid();
  await db.cluster.create({ data: { id: clusterId, accountId, place: "三号路", matter: "停水", openedAt: when, arrivals: count } });
  const members = Array.from({ length: count }, (_, index) => ({
    residentId: uuid(),
    threadId: uuid(),
    questionId: uuid(),
    openid: `o-planted-${clusterId}-${index}`,
  }));
  const window = { messageWindowOpenedAt: when, messageWindowClosesAt: after(when, 40 * HOUR), messageWindowRemaining: 5 };
  await db.resident.createMany({
    data: members.map(({ residentId: id, openid }) => ({ id, accountId, openid, firstSeenAt: when, ...window })),
  });
  await db.thread.createMany({
    data: members.map(({ threadId: id, residentId }) => ({ id, accountId, residentId, version: 1, lastMessageAt: when })),
  });
  const clock = {
    openedAt: when,
    targetMinutes: 10,
    dueAt: after(when, 10 * MINUTE),
    groupedAt: when,
    joinedAt: when,
    confidence: "sure" as const,
  };
  await db.question.createMany({ data: members.map(({ questionId: id, threadId }) => ({ id, accountId, threadId, clusterId, ...clock })) });
  const message = {
    accountId,
    direction: "inbound" as const,
    kind: "text" as const,
    nature: "content" as const,
    at: when,
    receivedAt: when,
  };
  await db.message.createMany({
    data: members.map(({ questionId, threadId }, index) => ({
      ...message,
      questionId,
      threadId,
      text: `三号路停水了，我家住${index}号`,
      dedupeKey: `m:planted-${clusterId}-${index}`,
    })),
  });
  return { clusterId, members };
}
