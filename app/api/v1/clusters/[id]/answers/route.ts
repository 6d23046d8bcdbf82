import { programGroupAnswerInput } from "@/lib/clusters/schema";
import { writeProgramAnswer } from "@/lib/clusters/write-group-answer";
import { idOf } from "@/lib/web/api-query";
import { apiRoute, jsonResponse } from "@/lib/web/api-route";
import { canonicalHash } from "@/lib/web/canonical";
import { parseWith } from "@/lib/web/invalid";

/** One text to every open question of the cluster, at once; the same Idempotency-Key with the same request gets this very answer again. */
export const POST = apiRoute("clusters.answer", async ({ officer, params, body, idempotencyKey }) => {
  const clusterId = idOf(params.id, "clusterNotFound");
  const answer = parseWith(programGroupAnswerInput, body);
  const requestHash = canonicalHash({ clusterId, answer });
  const request = idempotencyKey === null ? null : { apiTokenId: officer.apiTokenId, key: idempotencyKey, requestHash };
  const { id, reached, held, unreachable, approvalNeeded } = await writeProgramAnswer({ ...answer, clusterId }, officer, request);
  return jsonResponse({ id, reached, missed: held + unreachable, awaitsApproval: approvalNeeded }, 201);
});
