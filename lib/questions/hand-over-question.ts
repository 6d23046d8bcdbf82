import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { writeNote } from "@/lib/notes/writing";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { openQuestionOf, refuseUnlessColleague } from "./refuse";
import type { HandOverQuestion } from "./schema";

/**
 * 交接: gives what one answers oneself to a colleague, with an internal note that names the colleague.
 * @throws Refusal alreadyClaimed when it is not this officer's, officerNotFound when the colleague has left or may not see the
 * account, questionNotOpen, questionNotFound
 */
export async function handOverQuestion(input: HandOverQuestion, officer: ActingOfficer, at = now()): Promise<{ noteId: string }> {
  return db.$transaction(async (tx) => {
    const { id: questionId, threadId, accountId } = await openQuestionOf(tx, input.questionId, officer.scope);
    await refuseUnlessColleague(tx, input.toId, accountId);
    const handed = await tx.question.updateMany({
      where: { id: questionId, answeredAt: null, closedAt: null, assignedToId: officer.id },
      data: { assignedToId: input.toId, assignedAt: at },
    });
    if (handed.count === 0) {
      await openQuestionOf(tx, questionId, officer.scope);
      throw new Refusal("alreadyClaimed");
    }
    const noteId = uuid();
    await writeNote(tx, { id: noteId, threadId, accountId, text: input.note, mentionIds: [input.toId] }, officer, at);
    await record(
      tx,
      { type: "question.handedOver", accountId, threadId, questionId, officerId: officer.id, facts: { toId: input.toId, noteId } },
      at,
    );
    return { noteId };
  });
}
