import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";
import { questionAnswer } from "@/lib/web/question-answer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiOperation(operations.readQuestion, ({ officer, id }) => questionAnswer(officer, id)),
});
