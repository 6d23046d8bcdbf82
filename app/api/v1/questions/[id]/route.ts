import { idOf } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";
import { questionAnswer } from "@/lib/web/question-answer";

export const GET = apiRoute("inbox.read", ({ officer, params }) => questionAnswer(officer, idOf(params.id, "questionNotFound")));
