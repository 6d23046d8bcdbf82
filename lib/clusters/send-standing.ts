import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { scopeOf } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { queueGroupReply } from "@/lib/replies/queue-reply";
import { now } from "@/lib/time/clock";
import { dayAndTime } from "@/lib/time/zones";
import { Prisma } from "@/prisma/generated/client";
import { familyOf } from "./merged";
import { heldOffer } from "./offers";
import { APPROVAL_FROM, saysNotSolved } from "./rules";
import { addressed, textFor } from "./words";

/**
 * 常备答复: gives a late joiner the answer that an officer let go on. Only who surely asks the same, for the first time, names no place
 * that the text does not, and says nothing of an answer that did not help; from fifty on only with a colleague's approval.
 * @param placesIn the places that the question names, or null where its resident has said more than the machine went by
 * @returns whether it was sent
 */
export async function sendStanding(
  questionId: string,
  placesIn: (said: readonly string[]) => readonly string[] | null,
  at = now(),
): Promise<boolean> {
  return db
    .$transaction(async (tx) => {
      const found = await find(tx, questionId, at);
      if (!found) return false;
      const { question, answer, by } = found;
      const places = found.said.includes("") ? null : placesIn(found.said);
      if (!places?.every((place) => answer.text.includes(place))) return false;
      const whom = await addressed(tx, questionId);
      const text = standingText(textFor(answer, whom, at), {
        timeZone: whom.timeZone,
        approvedAt: answer.approvedAt ?? answer.writtenAt,
        until: answer.goesOnUntil ?? at,
      });
      const [replyId, author] = [uuid(), { id: by, scope: scopeOf([answer.accountId]) }];
      const input = { kind: "answer" as const, threadId: question.threadId, text, threadVersion: question.thread.version };
      await queueGroupReply(tx, { id: replyId, input, group: { groupAnswerId: answer.id, standing: true }, undo: 0 }, author, at);
      const member = { groupAnswerId: answer.id, questionId, threadId: question.threadId, threadVersion: question.thread.version };
      await tx.groupAnswerMember.create({ data: { ...member, state: "queued", replyId, late: true, changedAt: at } });
      const { accountId, clusterId, id: groupAnswerId } = answer;
      const facts = { groupAnswerId, clusterId };
      await record(
        tx,
        { type: "groupAnswer.standingSent", accountId, threadId: question.threadId, questionId, replyId, officerId: by, facts },
        at,
      );
      return true;
    })
    .catch((error: unknown) => {
      // The resident cannot be written to, or has just said more: an officer sees the question as it is.
      if (error instanceof Refusal) return false;
      throw error;
    });
}

/** What a resident reads: whose text it is, how long it holds, and that a person can be had. */
function standingText(text: string, { timeZone, approvedAt, until }: { timeZone: string; approvedAt: Date; until: Date }): string {
  return `【常备答复】${text}\n〔值班员${dayAndTime(approvedAt, timeZone)}审定，截至${dayAndTime(until, timeZone)}，系统代发〕没答到？回复0找值班员。`;
}

async function find(tx: Tx, questionId: string, at: Date) {
  const question = await tx.question.findFirst({
    where: {
      ...{ id: questionId, answeredAt: null, closedAt: null, confidence: "sure", joinedById: null, assignedToId: null },
      ...{ firstRepliedAt: null, followsId: null, reopenedAt: null, offeredId: { not: null } },
      OR: [{ dangerWord: null }, { dangerDismissedAt: { not: null } }],
    },
    include: { thread: { select: { version: true } } },
  });
  if (!question?.offeredId) return null;
  // After the thread's version: whatever is said behind these words makes that another one, and nothing is sent.
  const messages = await tx.message.findMany({
    where: { questionId, direction: "inbound", nature: "content" },
    orderBy: { seq: "asc" },
    select: { text: true },
  });
  const said = messages.map(({ text }) => text);
  if (said.some(saysNotSolved)) return null;
  // Whoever stops it waits for this, or is waited for.
  const answer = await heldOffer(tx, question);
  if (!answer?.goesOnById || !answer.goesOnUntil || answer.goesOnUntil <= at || answer.goesOnStoppedAt) return null;
  const reached = await tx.groupAnswerMember.count({ where: { groupAnswerId: answer.id, state: "queued" } });
  if (!answer.approvedAt && reached + 1 >= APPROVAL_FROM) return null;
  if (await wasAnswered(tx, question)) return null;
  return { question, said, answer, by: answer.goesOnById };
}

/** Whether this resident has had an answer on the matter: with others, or alone. */
async function wasAnswered(tx: Tx, question: { id: string; threadId: string; clusterId: string | null }): Promise<boolean> {
  const family = familyOf(Prisma.sql`${question.clusterId}::uuid`);
  const [answered] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Question" q WHERE q."threadId" = ${question.threadId}::uuid AND q.id <> ${question.id}::uuid
        AND q."clusterId" = ${question.clusterId}::uuid AND (q."answeredAt" IS NOT NULL OR q."firstRepliedAt" IS NOT NULL))
      OR EXISTS (SELECT 1 FROM "GroupAnswerMember" m JOIN "GroupAnswer" g ON g.id = m."groupAnswerId"
        WHERE m."threadId" = ${question.threadId}::uuid AND m.state = 'queued' AND g."clusterId" IN ${family}) AS found`;
  return answered?.found ?? false;
}
