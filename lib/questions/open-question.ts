import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer, Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { resumeAnswer } from "@/lib/sla/answering";
import { termsOf } from "@/lib/sla/queries";
import { firstClock, nextClock } from "@/lib/sla/terms";
import { now } from "@/lib/time/clock";
import { mayCollect } from "./collecting";
import { isDanger } from "./rules";
import type { OpenQuestion } from "./schema";

/**
 * 转为来信: a greeting, thanks, a sticker or what a standing answer was given to does ask for something after all. Its clock starts when the message was said.
 * While the thread has an open question the message joins that one.
 * @param officer null when the account's own prompt surely did not reach the resident
 * @throws Refusal messageNotOpenable for an event, an outbound message, or one that belongs to an ended question
 */
export async function openQuestion(
  input: OpenQuestion,
  officer: ActingOfficer | { id: null; scope: Scope },
  at = now(),
): Promise<{ questionId: string }> {
  return db.$transaction(async (tx) => {
    const message = await tx.message.findFirst({ where: { id: input.messageId, accountId: { in: [...officer.scope.accountIds] } } });
    if (!message || message.direction === "outbound" || message.kind === "event") throw new Refusal("messageNotOpenable");
    const questionId = (await collectingQuestion(tx, message)) ?? (await createQuestion(tx, message));

    // The message, as its own question saw it, must not have been moved meanwhile.
    const moved = await tx.message.updateMany({
      where: { id: message.id, questionId: message.questionId, nature: { in: ["greeting", "thanks", "sticker", "rating", "standing"] } },
      data: { questionId, nature: "content" },
    });
    if (moved.count === 0) throw new Refusal("messageNotOpenable");
    await record(
      tx,
      {
        type: "question.opened",
        accountId: message.accountId,
        threadId: message.threadId,
        questionId,
        messageId: message.id,
        ...(officer.id === null ? {} : { officerId: officer.id }),
      },
      at,
    );
    return { questionId };
  });
}

type Opened = { accountId: string; threadId: string; at: Date };

/** Who had a response and turns out to have asked for more waits since then. */
async function collectingQuestion(tx: Tx, { accountId, threadId, at }: Opened): Promise<string | null> {
  if (await mayCollect(tx, threadId)) return null;
  const question = await tx.question.findFirstOrThrow({ where: { threadId, collecting: true } });
  if (question.firstRepliedAt && !question.waitingSince) {
    const asked = { at, kind: question.kind, urgent: isDanger(question) };
    const resumed = resumeAnswer(question, await termsOf(tx, accountId, question.openedAt), at);
    const data = { ...nextClock(await termsOf(tx, accountId, at), asked), ...resumed };
    await tx.question.updateMany({ where: { id: question.id, firstRepliedAt: { not: null }, waitingSince: null, endedAt: null }, data });
  }
  return question.id;
}

async function createQuestion(tx: Tx, message: Opened): Promise<string> {
  const question = await tx.question.create({
    data: {
      accountId: message.accountId,
      threadId: message.threadId,
      ...firstClock(await termsOf(tx, message.accountId, message.at), { at: message.at, kind: "inquiry", urgent: false }),
    },
  });
  return question.id;
}
