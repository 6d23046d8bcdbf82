import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { isDatabaseAway } from "@/lib/error-codes";
import { record } from "@/lib/events/record";
import { scopeOf } from "@/lib/officers/scope";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import { queueGroupReply } from "@/lib/replies/queue-reply";
import { now } from "@/lib/time/clock";
import { standsIn } from "./merged";
import type { NotReached } from "./plan";
import { addressed, textFor } from "./words";

type Due = {
  groupAnswerId: string;
  questionId: string;
  threadId: string;
  threadVersion: number;
  accountId: string;
  clusterId: string;
  officerId: string;
  kind: "answer" | "ask" | "interim";
  text: string;
  promisedUnit: string | null;
  promisedAt: Date | null;
  /** For a correction: how far the wrong answer's officer had read, and what became of that. */
  answersThroughSeq: bigint | null;
  wrongStatus: string | null;
  wrongPartsSent: number | null;
};
type NotSent = { state: "held" | "unreachable"; why: NotReached | RefusalCode | "notReceived" | "unknown" };

/**
 * Makes the reply of the next member that waits for one: the worker's step, a transaction each, so that a crash at any point leaves
 * each member either waiting or with its one reply. Who wrote something new since the officer looked is held back.
 * @param aside questions that are passed over; one that fails for no reason known is put there, so that it keeps nobody else waiting
 * @returns false when nobody waits
 */
export async function sendMember(at = now(), aside = new Set<string>()): Promise<boolean> {
  let due: Due | undefined;
  try {
    return await db.$transaction(async (tx) => {
      due = await take(tx, at, aside);
      if (!due) return false;
      const refused = due.wrongStatus === null ? await refusedFor(tx, due) : refusedCorrection(due.wrongStatus, due.wrongPartsSent ?? 0);
      if (refused) await keep(tx, due, refused, at);
      else await queue(tx, due, at);
      return true;
    });
  } catch (error) {
    const member = due;
    if (member && !(error instanceof Refusal) && !isDatabaseAway(error)) aside.add(member.questionId);
    if (!(error instanceof Refusal) || !member) throw error;
    await db.$transaction((tx) => keep(tx, member, asNotSent(error.code), at));
    return true;
  }
}

/**
 * The next member in the order of the index of those who wait, held for this transaction; whoever takes the answer back waits for it.
 * The answer itself is not held: senders who share it, one always there, would keep everybody from pausing it until nobody waits.
 */
async function take(tx: Tx, at: Date, aside: ReadonlySet<string>): Promise<Due | undefined> {
  const [due] = await tx.$queryRaw<Due[]>`
    SELECT m."groupAnswerId", m."questionId", m."threadId", m."threadVersion", g."accountId", g."clusterId", g."officerId", g.kind::text AS kind, g.text,
      g."promisedUnit", g."promisedAt", wrong."answersThroughSeq", wrong.status::text AS "wrongStatus", wrong."partsSent" AS "wrongPartsSent"
    FROM "GroupAnswerMember" m JOIN "GroupAnswer" g ON g.id = m."groupAnswerId"
    LEFT JOIN LATERAL (
      SELECT y."answersThroughSeq", y.status, y."partsSent" FROM "Reply" y WHERE y."groupAnswerId" = g."correctsId" AND y."threadId" = m."threadId" ORDER BY y.seq DESC LIMIT 1
    ) wrong ON true
    WHERE m.state = 'waiting' AND m."questionId" <> ALL(${[...aside]}::uuid[]) AND g."sendAfter" <= ${at} AND g."pausedAt" IS NULL AND g."withdrawnAt" IS NULL
      AND (NOT g."approvalNeeded" OR g."approvedAt" IS NOT NULL) AND (wrong.status IS NULL OR wrong.status NOT IN ('queued', 'sending'))
    ORDER BY m."groupAnswerId", m."questionId" LIMIT 1 FOR UPDATE OF m SKIP LOCKED`;
  return due;
}

async function refusedFor(tx: Tx, due: Due): Promise<NotSent | null> {
  const question = await tx.question.findUniqueOrThrow({
    where: { id: due.questionId },
    select: { clusterId: true, endedAt: true, assignedToId: true, thread: { select: { version: true, resident: true } } },
  });
  if (question.endedAt) return { state: "held", why: "ended" };
  if (question.clusterId !== due.clusterId && question.clusterId !== (await standsIn(tx, due.clusterId)))
    return { state: "held", why: "leftCluster" };
  if (question.assignedToId !== null && question.assignedToId !== due.officerId) return { state: "held", why: "claimed" };
  if (question.thread.version !== due.threadVersion) return { state: "held", why: "newMessage" };
  return question.thread.resident.unfollowedAt ? { state: "unreachable", why: "unfollowed" } : null;
}

/** Only who received the wrong text, or a part of it, is told that it was wrong. */
function refusedCorrection(wrongStatus: string, partsSent: number): NotSent | null {
  if (wrongStatus === "sent" || (wrongStatus === "failed" && partsSent > 0)) return null;
  return { state: "held", why: wrongStatus === "unknown" ? "unknown" : "notReceived" };
}

async function queue(tx: Tx, due: Due, at: Date): Promise<void> {
  const corrects = due.wrongStatus !== null;
  const said = { threadId: due.threadId, text: textFor(due, await addressed(tx, due.questionId), at) };
  const input =
    due.kind === "interim" && due.promisedUnit && due.promisedAt
      ? { kind: "interim" as const, ...said, unit: due.promisedUnit, promisedAt: due.promisedAt }
      : { kind: due.kind === "ask" ? ("ask" as const) : ("answer" as const), ...said };
  const replyId = uuid();
  const group = {
    groupAnswerId: due.groupAnswerId,
    ...(corrects && due.answersThroughSeq !== null ? { answersThroughSeq: due.answersThroughSeq } : {}),
  };
  const author = { id: due.officerId, scope: scopeOf([due.accountId]) };
  await queueGroupReply(
    tx,
    { id: replyId, input: { ...input, threadVersion: corrects ? null : due.threadVersion }, group, undo: 0 },
    author,
    at,
  );
  await tx.groupAnswerMember.update({ where: memberOf(due), data: { state: "queued", replyId, why: null, changedAt: at } });
  const { accountId, threadId, questionId, officerId, groupAnswerId, clusterId } = due;
  await record(
    tx,
    { type: "groupAnswer.memberQueued", accountId, threadId, questionId, replyId, officerId, facts: { groupAnswerId, clusterId } },
    at,
  );
}

async function keep(tx: Tx, due: Due, { state, why }: NotSent, at: Date): Promise<void> {
  const { accountId, threadId, questionId, groupAnswerId, clusterId } = due;
  const kept = await tx.groupAnswerMember.updateMany({
    where: { groupAnswerId, questionId, state: "waiting" },
    data: { state, why, changedAt: at },
  });
  if (kept.count === 0) return;
  await record(
    tx,
    { type: "groupAnswer.memberHeld", accountId, threadId, questionId, facts: { groupAnswerId, clusterId, state, why } },
    at,
  );
}

function asNotSent(code: RefusalCode): NotSent {
  if (code === "windowClosed" || code === "windowSpent") return { state: "unreachable", why: code };
  return { state: "held", why: code === "threadMoved" ? "newMessage" : code };
}

const memberOf = ({ groupAnswerId, questionId }: Due) => ({ groupAnswerId_questionId: { groupAnswerId, questionId } });
