import { foldKey } from "@/lib/questions/folding";
import type { QuestionRow } from "@/lib/questions/queries";
import type { QueueQuery } from "@/lib/questions/rules";
import { isListed } from "@/lib/questions/views";

type Shown = { query: QueueQuery; officerId: string };

/** The questions that a row of the queue stands for: of its group's members those that stand under it and belong to the view, itself among them. */
export function questionsUnder(row: QuestionRow, members: readonly QuestionRow[], { query, officerId }: Shown, now: Date): QuestionRow[] {
  const key = foldKey(row);
  const under = members.filter((member) => member.id !== row.id && foldKey(member) === key);
  return [row, ...under.filter((member) => isListed(query, { ...member, folded: false }, officerId, now))];
}
