import { db, type Tx } from "@/lib/db";
import { removeSentGroupDraft } from "@/lib/drafts/sending";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { unknownVariables } from "@/lib/quick-replies/rules";
import { Refusal } from "@/lib/refusal";
import { partsOf } from "@/lib/replies/queue-reply";
import { UNDO_SECONDS } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import type { Prisma } from "@/prisma/generated/client";
import { lockMembers } from "./membership";
import { standsIn } from "./merged";
import { APPROVAL_FROM, namesOfMembers, wordsOfEach } from "./rules";
import type { CorrectGroupAnswer } from "./schema";
import { withdrawIn } from "./withdraw-group-answer";

/** Who has the wrong text, is getting it, or has a part of it: what could be taken back has been by then. */
const GOT = [
  { status: { in: ["queued", "sending", "sent", "unknown"] } },
  { status: "failed", partsSent: { gt: 0 } },
] satisfies Prisma.ReplyWhereInput[];

/** `unclear`: of whom nobody knows whether WeChat took the wrong text; an officer has to look. */
export type CorrectedGroupAnswer = { id: string; sendAfter: Date; reached: number; unclear: number; approvalNeeded: boolean };

/**
 * 更正: another text to exactly those who got the wrong one, whatever they have said since; nobody else gets the wrong one any more.
 * The text put right, a question that the wrong one left open stays open, under the same promise.
 * @throws Refusal groupAnswerNotFound, groupAnswerEnded when a colleague has corrected it already, nobodyReached when nobody got it, variableUnknown, namesMembers, replyEmpty, replyTooLong
 */
export async function correctGroupAnswer(input: CorrectGroupAnswer, officer: ActingOfficer, at = now()): Promise<CorrectedGroupAnswer> {
  const unknown = unknownVariables(input.text);
  if (unknown.length > 0) throw new Refusal("variableUnknown", { variables: unknown.join(" ") });
  partsOf(input.text);
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "GroupAnswer" WHERE id = ${input.groupAnswerId}::uuid FOR NO KEY UPDATE`;
    const wrong = await tx.groupAnswer.findFirst({
      where: { id: input.groupAnswerId, accountId: { in: [...officer.scope.accountIds] } },
      include: {
        members: { include: { question: { select: { messages: { where: { direction: "inbound" }, select: { text: true } } } } } },
      },
    });
    if (!wrong) throw new Refusal("groupAnswerNotFound");
    const made = await tx.groupAnswer.findUnique({ where: { id: input.correctionId } });
    if (made && (made.correctsId !== wrong.id || made.text !== input.text.trim())) throw new Refusal("idempotencyKeyReused");
    if (made) return { id: made.id, sendAfter: made.sendAfter, reached: made.recipients, unclear: 0, approvalNeeded: made.approvalNeeded };

    // Whoever corrected it spoke to the same people: a second word is put right there.
    if ((await tx.groupAnswer.count({ where: { correctsId: wrong.id, withdrawnAt: null } })) > 0) throw new Refusal("groupAnswerEnded");

    const said = wrong.members.map(({ threadId, question }) => ({ threadId, said: question.messages.map(({ text }) => text).join("\n") }));
    const names = namesOfMembers(input.text, wordsOfEach(said));
    if (names.length > 0) throw new Refusal("namesMembers", { found: names.join("、") });
    await withdrawIn(tx, wrong.id, officer, at).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
    const got = await tx.groupAnswerMember.findMany({
      where: { groupAnswerId: wrong.id, state: "queued", reply: { OR: GOT } },
      select: { questionId: true, threadId: true, threadVersion: true, late: true, reply: { select: { status: true } } },
    });
    const unclear = got.filter(({ reply }) => reply?.status === "unknown").length;
    const reached = got.length - unclear;
    if (reached === 0) throw new Refusal("nobodyReached");
    const approvalNeeded = reached >= APPROVAL_FROM;
    const sendAfter = after(at, UNDO_SECONDS * SECOND);
    const { accountId, clusterId, clusterVersion } = wrong;
    await tx.groupAnswer.create({
      data: {
        ...{ id: input.correctionId, accountId, clusterId, clusterVersion, officerId: officer.id, correctsId: wrong.id },
        ...{
          kind: wrong.kind === "answer" ? "answer" : "ask",
          text: input.text.trim(),
          writtenAt: at,
          sendAfter,
          recipients: reached,
          approvalNeeded,
        },
      },
    });
    await tx.groupAnswerMember.createMany({
      data: got.map(({ reply, ...member }) => ({
        ...{ ...member, groupAnswerId: input.correctionId, changedAt: at },
        ...(reply?.status === "unknown" ? { state: "held" as const, why: "unknown" } : {}),
      })),
    });
    await handOn(tx, { wrongId: wrong.id, clusterId, correctionId: input.correctionId }, officer, at);
    await removeSentGroupDraft(tx, { id: input.correctionId, officerId: officer.id });
    const facts = { clusterId, groupAnswerId: input.correctionId, correctsId: wrong.id, reached, unclear, approvalNeeded };
    await record(tx, { type: "groupAnswer.corrected", accountId, officerId: officer.id, facts }, at);
    return { id: input.correctionId, sendAfter, reached, unclear, approvalNeeded };
  });
}

/** The wrong text goes on to nobody: not by itself any more, and who was offered it is offered the right one. */
async function handOn(
  tx: Tx,
  { wrongId, clusterId, correctionId }: { wrongId: string; clusterId: string; correctionId: string },
  officer: ActingOfficer,
  at: Date,
): Promise<void> {
  await tx.groupAnswer.updateMany({
    where: { id: wrongId, goesOnUntil: { gt: at }, goesOnStoppedAt: null },
    data: { goesOnStoppedAt: at, goesOnStoppedById: officer.id },
  });
  const offered = { clusterId: await standsIn(tx, clusterId), endedAt: null, offeredId: wrongId };
  const found = await tx.question.findMany({ where: offered, select: { id: true } });
  const ids = found.map(({ id }) => id);
  await lockMembers(tx, officer.scope.accountIds, ids);
  await tx.question.updateMany({ where: { ...offered, id: { in: ids } }, data: { offeredId: correctionId } });
}
