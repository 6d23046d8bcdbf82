import type { ActingOfficer } from "@/lib/officers/scope";
import { type ProgramQuestion, programQuestion } from "@/lib/questions/program-questions";
import { Refusal } from "@/lib/refusal";

/** The question as it stands now: the answer of every call on one. @throws Refusal questionNotFound */
export async function questionAnswer(officer: ActingOfficer, id: string): Promise<ProgramQuestion> {
  const question = await programQuestion(officer.scope, id);
  if (!question) throw new Refusal("questionNotFound");
  return question;
}
