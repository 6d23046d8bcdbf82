import { writeProgramAnswer } from "@/lib/clusters/write-group-answer";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";

/** One text to every open question of the cluster, at once; the same Idempotency-Key with the same request gets this very answer again. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  POST: apiOperation(operations.answerCluster, async ({ officer, id: clusterId, body, request }) => {
    const { id, reached, held, unreachable, approvalNeeded } = await writeProgramAnswer({ ...body, clusterId }, officer, request);
    return { id, reached, missed: held + unreachable, awaitsApproval: approvalNeeded };
  }),
});
