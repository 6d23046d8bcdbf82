import type { Tx } from "@/lib/db";
import { numberOf } from "@/lib/questions/rules";
import { filledText } from "@/lib/quick-replies/rules";

/** What the variables of a text stand for, of one question. `timeZone`, `openedZone`: by which its account goes, and went when it was asked. */
export type Addressed = { id: string; openedAt: Date; openedZone: string; timeZone: string; remark: string | null };

/** A text as one resident gets it. */
export function textFor({ text }: { text: string }, question: Addressed, at: Date): string {
  const { remark, timeZone } = question;
  return filledText(text, { remark, number: numberOf(question), now: at, timeZone }).trim();
}

/** Who asked a question, as a text addresses them. @throws when there is no such question */
export async function addressed(tx: Tx, questionId: string): Promise<Addressed> {
  const [found] = await tx.$queryRaw<Addressed[]>`
    SELECT q.id, q."openedAt", zone_at(a."timeZone", a."formerTimeZones", q."openedAt") AS "openedZone", a."timeZone", r.remark
    FROM "Question" q JOIN "OfficialAccount" a ON a.id = q."accountId" JOIN "Thread" t ON t.id = q."threadId" JOIN "Resident" r ON r.id = t."residentId"
    WHERE q.id = ${questionId}::uuid`;
  if (!found) throw new Error(`No question ${questionId}`);
  return found;
}
