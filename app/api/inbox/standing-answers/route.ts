import { z } from "zod";
import { insertableAnswers, saidIn } from "@/lib/standing-answers/insertable";
import { officerRoute } from "@/lib/web/officer-route";
import { rankedAnswers } from "./ranked";

const MOST_TYPED = 200;
const query = z.object({ accountId: z.uuid(), questionId: z.uuid().optional(), q: z.string().max(MOST_TYPED).default("") });

/** Standing answers that an officer can put into a reply, likest first to what is typed or asked. */
export const GET = officerRoute("inbox.read", query, async ({ accountId, questionId, q }, { scope }) => {
  const [answers, said] = await Promise.all([
    insertableAnswers(scope, accountId),
    questionId && q.trim() === "" ? saidIn(scope, questionId) : "",
  ]);
  return rankedAnswers(accountId, answers, { typed: q, said });
});
