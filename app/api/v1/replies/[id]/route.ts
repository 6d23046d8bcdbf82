import { Refusal } from "@/lib/refusal";
import { replySummary } from "@/lib/replies/queries";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";

/** How far a reply has come. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiOperation(operations.readReply, async ({ officer, id }) => {
    const reply = await replySummary(officer.scope, id);
    if (!reply) throw new Refusal("replyNotFound");
    return reply;
  }),
});
