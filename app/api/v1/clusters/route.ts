import { z } from "zod";
import { CLUSTER_STATUSES, listProgramClusters } from "@/lib/clusters/lists";
import { pageQuery, parseQuery, scopeOfAccount } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";

const query = z.object({
  ...pageQuery,
  cursor: z.guid("must be the nextCursor of a page before").optional(),
  account: z.string().optional(),
  status: z.enum(CLUSTER_STATUSES).optional(),
});

/** The newest first. */
export const GET = apiRoute("inbox.read", async ({ officer, url }) => {
  const { account, cursor = null, status, limit } = parseQuery(query, url);
  return listProgramClusters(await scopeOfAccount(officer.scope, account), { status }, { cursor, limit });
});
