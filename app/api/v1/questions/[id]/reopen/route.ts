import { reopenQuestion } from "@/lib/questions/reopen-question";
import { idOf } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";
import { questionAnswer } from "@/lib/web/question-answer";

export const POST = apiRoute("questions.close", async ({ officer, params }) => {
  const questionId = idOf(params.id, "questionNotFound");
  await reopenQuestion({ questionId }, officer);
  return questionAnswer(officer, questionId);
});
