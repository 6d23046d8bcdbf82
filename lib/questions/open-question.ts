import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer, Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { dueAt, FIRST_RESPONSE_MINUTES } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { mayCollect } from "./collecting";
import type { OpenQuestion } from "./schema";

/**
 * 转为来信: a greeting, thanks or sticker does ask for something after all. Its clock starts when the message was said.
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
    const questionId = (await collectingQuestion(tx, message.threadId)) ?? (await createQuestion(tx, message));

    // The message, as its own question saw it, must not have been moved meanwhile.
    const moved = await tx.message.updateMany({
      where: { id: message.id, questionId: message.questionId, nature: { in: ["greeting", "thanks", "sticker", "rating"] } },
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

async function collectingQuestion(tx: Tx, threadId: string): Promise<string | null> {
  if (await mayCollect(tx, threadId)) return null;
  const question = await tx.question.findFirstOrThrow({ where: { threadId, collecting: true }, select: { id: true } });
  return question.id;
}

async function createQuestion(tx: Tx, message: { accountId: string; threadId: string; at: Date }): Promise<string> {
  const question = await tx.question.create({
    data: {
      accountId: message.accountId,
      threadId: message.threadId,
      openedAt: message.at,
      targetMinutes: FIRST_RESPONSE_MINUTES,
      dueAt: dueAt(message.at),
    },
  });
  return question.id;
}
