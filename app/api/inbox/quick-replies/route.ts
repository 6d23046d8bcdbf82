import { z } from "zod";
import { listQuickReplies } from "@/lib/quick-replies/queries";
import { quickReplyInput } from "@/lib/quick-replies/schema";
import { useQuickReply } from "@/lib/quick-replies/use-quick-reply";
import { officerPost, officerRoute } from "@/lib/web/officer-route";

/** Every text that the officer can insert; the browser narrows them itself while letters are typed. */
export const GET = officerRoute("inbox.read", z.object({}), async (_input, officer) => ({ quickReplies: await listQuickReplies(officer) }));

/** Tells that the officer has inserted one. No server action, because those wait for one another: counting must not hold up a reply. */
export const POST = officerPost("inbox.read", quickReplyInput, async (input, officer) => {
  await useQuickReply(input, officer);
  return {};
});
