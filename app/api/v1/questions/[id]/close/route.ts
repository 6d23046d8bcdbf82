import { closeQuestion } from "@/lib/questions/close-question";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";
import { questionAnswer } from "@/lib/web/question-answer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  POST: apiOperation(operations.closeQuestion, async ({ officer, id: questionId, body }) => {
    await closeQuestion({ questionId, ...body }, officer);
    return questionAnswer(officer, questionId);
  }),
});
