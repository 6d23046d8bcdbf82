import { reopenQuestion } from "@/lib/questions/reopen-question";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";
import { questionAnswer } from "@/lib/web/question-answer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  POST: apiOperation(operations.reopenQuestion, async ({ officer, id: questionId }) => {
    await reopenQuestion({ questionId }, officer);
    return questionAnswer(officer, questionId);
  }),
});
