import { z } from "zod";
import { listAccounts } from "@/lib/accounts/queries";
import { Refusal } from "@/lib/refusal";
import { type ThreadMessage, threadView } from "@/lib/threads/queries";
import { idOf, MAX_LIMIT, parseQuery } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";

const query = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, "must be the nextCursor of a page before")
    .optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(100),
});

/** A thread with its newest messages in the order they came; the cursor leads to earlier ones. */
export const GET = apiRoute("inbox.read", async ({ officer, params, url }) => {
  const threadId = idOf(params.id, "threadNotFound");
  const { cursor, limit } = parseQuery(query, url);
  const thread = await threadView(officer.scope, threadId, { limit, ...(cursor === undefined ? {} : { before: BigInt(cursor) }) });
  if (!thread) throw new Refusal("threadNotFound");
  const accounts = await listAccounts(officer.scope);
  return {
    id: thread.id,
    account: accounts.find(({ id }) => id === thread.accountId)?.slug ?? null,
    residentId: thread.resident.id,
    openid: thread.resident.openid,
    version: thread.version,
    window: thread.resident.window,
    messages: thread.messages.map(asMessage),
    nextCursor: thread.hasEarlier ? (thread.messages[0]?.seq ?? null) : null,
  };
});

function asMessage({ id, direction, kind, text, at, reply }: ThreadMessage) {
  return { id, direction, kind, text, at, ...(reply ? { replyStatus: reply.status } : {}) };
}
