import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";

/** The question that an action on a thread means: the one that has waited longest, or the last one when none is open. Rows newest first. */
export function currentQuestion(questions: readonly QuestionRow[]): QuestionRow | null {
  return questions.findLast((question) => statusOf(question) === "open") ?? questions[0] ?? null;
}
