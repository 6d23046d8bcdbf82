import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { termsOf } from "@/lib/sla/queries";
import { firstClock } from "@/lib/sla/terms";
import { now } from "@/lib/time/clock";
import { earlier } from "@/lib/time/rules";
import { holdSeenThread } from "./collecting";
import { kindOf } from "./kinds";
import { openQuestionOf } from "./refuse";
import { dangerWordIn } from "./rules";
import type { SplitQuestion } from "./schema";

/**
 * 拆成两问: the chosen messages of a question that holds two matters become one of their own, its clock started when the first of
 * them was said. The machine groups both anew; the thread's next messages join the one they would have joined.
 * @throws Refusal messagesNotSplittable unless each half keeps a message with content, threadMoved, questionNotOpen, questionNotFound
 */
export async function splitQuestion(input: SplitQuestion, officer: ActingOfficer, at = now()): Promise<{ questionId: string }> {
  return db.$transaction(async (tx) => {
    await holdSeenThread(tx, input, officer.scope);
    const question = await openQuestionOf(tx, input.questionId, officer.scope);
    const said = await tx.message.findMany({ where: { questionId: question.id, direction: "inbound" }, orderBy: { seq: "asc" } });
    const chosen = new Set(input.messageIds);
    const [going, staying] = [said.filter(({ id }) => chosen.has(id)), said.filter(({ id }) => !chosen.has(id))];
    const [first] = going.filter(({ nature }) => nature === "content");
    if (going.length !== chosen.size || !first || !staying.some(({ nature }) => nature === "content"))
      throw new Refusal("messagesNotSplittable");

    const openedAt = going.reduce((opened, message) => earlier(opened, message.at), first.at);
    const account = await tx.officialAccount.findUniqueOrThrow({ where: { id: question.accountId }, select: { dangerWords: true } });
    const wordsOf = (messages: typeof said) => messages.map(({ text }) => text).join("\n");
    const dangerIn = (messages: typeof said) => dangerWordIn(wordsOf(messages), account.dangerWords);
    const { accountId, threadId, followsId } = question;
    const [kind, dangerWord] = [kindOf(wordsOf(going)), dangerIn(going)];
    const other = await tx.question.create({
      data: {
        ...{ accountId, threadId, followsId, splitFromId: question.id, collecting: false },
        ...firstClock(await termsOf(tx, accountId, openedAt), { at: openedAt, kind, urgent: dangerWord !== null }),
        ...{ kind, dangerWord, assignedToId: question.assignedToId, assignedAt: question.assignedAt },
      },
    });
    await tx.message.updateMany({ where: { id: { in: [...chosen] }, questionId: question.id }, data: { questionId: other.id } });
    const stillDangerous = question.dangerWord === null || dangerIn(staying) !== null || dangerIn(going) === null;
    if (!stillDangerous) await tx.question.update({ where: { id: question.id }, data: { dangerWord: null }, select: { id: true } });
    const facts = { newQuestionId: other.id, messages: going.length };
    await record(tx, { type: "question.split", accountId, threadId, questionId: question.id, officerId: officer.id, facts }, at);
    return { questionId: other.id };
  });
}
