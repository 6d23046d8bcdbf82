import { Refusal } from "@/lib/refusal";
import { replySummary } from "@/lib/replies/queries";
import { idOf } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";

/** How far a reply has come. */
export const GET = apiRoute("inbox.read", async ({ officer, params }) => {
  const reply = await replySummary(officer.scope, idOf(params.id, "replyNotFound"));
  if (!reply) throw new Refusal("replyNotFound");
  return reply;
});
