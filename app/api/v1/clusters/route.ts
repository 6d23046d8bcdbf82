import { listProgramClusters } from "@/lib/clusters/lists";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";
import { scopeOfAccount } from "@/lib/web/api-query";

/** The newest first. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiOperation(operations.listClusters, async ({ officer, query: { account, cursor = null, status, limit } }) =>
    listProgramClusters(await scopeOfAccount(officer.scope, account), { status }, { cursor, limit }),
  ),
});
