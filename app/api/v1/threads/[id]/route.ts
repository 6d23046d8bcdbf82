import { listAccounts } from "@/lib/accounts/queries";
import { Refusal } from "@/lib/refusal";
import { type MessageMedia, type ThreadMessage, threadView } from "@/lib/threads/queries";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";

/** A thread with its newest messages in the order they came; the cursor leads to earlier ones. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiOperation(operations.readThread, async ({ officer, id, query: { cursor, limit } }) => {
    const thread = await threadView(officer.scope, id, { limit, ...(cursor === undefined ? {} : { before: BigInt(cursor) }) });
    if (!thread) throw new Refusal("threadNotFound");
    const accounts = await listAccounts(officer.scope);
    return {
      id: thread.id,
      account: accounts.find((account) => account.id === thread.accountId)?.slug ?? null,
      residentId: thread.resident.id,
      openid: thread.resident.openid,
      version: thread.version,
      window: thread.resident.window,
      messages: thread.messages.map(asMessage),
      nextCursor: thread.hasEarlier ? (thread.messages[0]?.seq ?? null) : null,
    };
  }),
});

function asMessage({ id, direction, kind, text, at, media, reply }: ThreadMessage) {
  return { id, direction, kind, text, at, ...(media ? { media: asMedia(media) } : {}), ...(reply ? { replyStatus: reply.status } : {}) };
}

function asMedia({ id, state, contentType, bytes, width, height, milliseconds, hasThumbnail }: MessageMedia) {
  const address = state === "stored" ? `/api/v1/media/${id}` : null;
  return {
    ...{ id, state, contentType, bytes, width, height, seconds: milliseconds === null ? null : milliseconds / 1_000 },
    ...{ address, thumbnailAddress: address && hasThumbnail ? `${address}?part=thumbnail` : null },
  };
}
