import { queueReply } from "@/lib/replies/queue-reply";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";

/** Queues a reply, to be sent at once. The same Idempotency-Key with the same request gets this very answer again. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  POST: apiOperation(operations.sendReply, async ({ officer, id: threadId, body, request }) => {
    const { id } = await queueReply({ ...body, threadId }, officer, { request });
    return { id, status: "queued" as const };
  }),
});
