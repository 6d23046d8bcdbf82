import { discardDraft } from "@/lib/drafts/discard-draft";
import { saveDraft } from "@/lib/drafts/save-draft";
import { saveDraftInput } from "@/lib/drafts/schema";
import { now } from "@/lib/time/clock";
import { officerPost } from "@/lib/web/officer-route";

/** What the officer is writing, as it is being written; without words it is thrown away. */
export const POST = officerPost("replies.send", saveDraftInput, async (input, officer) => {
  const isBlank = input.text.trim() === "";
  const saved = isBlank ? null : await saveDraft(input, officer);
  if (isBlank && input.revision > 0) await discardDraft(input, officer);
  // After it is saved: what was read meanwhile, and does not know of it, must not count as newer.
  return { readAt: now(), saved };
});
