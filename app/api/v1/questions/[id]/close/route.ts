import { closeQuestion } from "@/lib/questions/close-question";
import { closeQuestionInput } from "@/lib/questions/schema";
import { idOf } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";
import { parseWith } from "@/lib/web/invalid";
import { questionAnswer } from "@/lib/web/question-answer";

const closing = closeQuestionInput.pick({ reason: true, threadVersion: true });

export const POST = apiRoute("questions.close", async ({ officer, params, body }) => {
  const questionId = idOf(params.id, "questionNotFound");
  await closeQuestion({ questionId, ...parseWith(closing, body ?? {}) }, officer);
  return questionAnswer(officer, questionId);
});
