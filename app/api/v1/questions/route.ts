import { listProgramQuestions } from "@/lib/questions/program-questions";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";
import { scopeOfAccount } from "@/lib/web/api-query";

/** Most urgent first; answered or closed ones what ended last first. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiOperation(operations.listQuestions, async ({ officer, query: { account, cluster, cursor = null, status, limit } }) =>
    listProgramQuestions(await scopeOfAccount(officer.scope, account), { status, cursor, limit, clusterId: cluster }),
  ),
});
