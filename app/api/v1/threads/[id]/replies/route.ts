import { queueReply } from "@/lib/replies/queue-reply";
import { programReplyInput } from "@/lib/replies/schema";
import { idOf } from "@/lib/web/api-query";
import { apiRoute, jsonResponse } from "@/lib/web/api-route";
import { canonicalHash } from "@/lib/web/canonical";
import { parseWith } from "@/lib/web/invalid";

/** Queues a reply, to be sent at once. The same Idempotency-Key with the same request gets this very answer again. */
export const POST = apiRoute("replies.send", async ({ officer, params, body, idempotencyKey }) => {
  const threadId = idOf(params.id, "threadNotFound");
  const reply = parseWith(programReplyInput, body);
  const requestHash = canonicalHash({ threadId, reply });
  const request = idempotencyKey === null ? null : { apiTokenId: officer.apiTokenId, key: idempotencyKey, requestHash };
  const { id } = await queueReply({ ...reply, threadId }, officer, { request });
  return jsonResponse({ id, status: "queued" }, 201);
});
