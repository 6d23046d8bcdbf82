import { z } from "zod";
import { threadView } from "@/lib/threads/queries";
import { officerRoute } from "@/lib/web/officer-route";

const input = z.object({ threadId: z.uuid(), beforeSeq: z.string().regex(/^\d{1,18}$/) });

/** The page of messages before a seq. */
export const GET = officerRoute("inbox.read", input, async ({ threadId, beforeSeq }, { scope }) => {
  const view = await threadView(scope, threadId, { before: BigInt(beforeSeq) });
  return { threadId, messages: view?.messages ?? [], hasEarlier: view?.hasEarlier ?? false };
});
