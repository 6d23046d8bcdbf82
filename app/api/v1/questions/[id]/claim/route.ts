import { claimQuestion } from "@/lib/questions/claim-question";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";
import { questionAnswer } from "@/lib/web/question-answer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  POST: apiOperation(operations.claimQuestion, async ({ officer, id: questionId }) => {
    await claimQuestion({ questionId }, officer);
    return questionAnswer(officer, questionId);
  }),
});
