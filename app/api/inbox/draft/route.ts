import { discardDraft } from "@/lib/drafts/discard-draft";
import { saveDraft } from "@/lib/drafts/save-draft";
import { saveDraftInput } from "@/lib/drafts/schema";
import { now } from "@/lib/time/clock";
import { officerPost } from "@/lib/web/officer-route";

/** What the officer is writing, as it is being written; without words it is thrown away. */
export const POST = officerPost("replies.send", saveDraftInput, async (input, officer) => {
  if (input.text.trim() !== "") return { readAt: now(), saved: await saveDraft(input, officer) };
  if (input.revision > 0) await discardDraft(input, officer);
  return { readAt: now(), saved: null };
});
