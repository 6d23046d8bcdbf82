import { z } from "zod";
import { isCursor } from "@/lib/questions/order";
import { listProgramQuestions } from "@/lib/questions/program-questions";
import { QUESTION_STATUSES } from "@/lib/questions/rules";
import { pageQuery, parseQuery, scopeOfAccount } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";

const query = z.object({
  ...pageQuery,
  cursor: z.string().refine(isCursor, "must be the nextCursor of a page before").optional(),
  account: z.string().optional(),
  status: z.enum(QUESTION_STATUSES).optional(),
  cluster: z.guid().optional(),
});

/** Most urgent first; answered or closed ones what ended last first. */
export const GET = apiRoute("inbox.read", async ({ officer, url }) => {
  const { account, cluster, cursor = null, status, limit } = parseQuery(query, url);
  const scope = await scopeOfAccount(officer.scope, account);
  return listProgramQuestions(scope, { status, cursor, limit, clusterId: cluster });
});
