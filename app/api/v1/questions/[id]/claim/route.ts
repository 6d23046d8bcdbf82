import { claimQuestion } from "@/lib/questions/claim-question";
import { idOf } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";
import { questionAnswer } from "@/lib/web/question-answer";

export const POST = apiRoute("questions.claim", async ({ officer, params }) => {
  const questionId = idOf(params.id, "questionNotFound");
  await claimQuestion({ questionId }, officer);
  return questionAnswer(officer, questionId);
});
