import { discardGroupDraft } from "@/lib/drafts/discard-group-draft";
import { saveGroupDraft } from "@/lib/drafts/save-group-draft";
import { saveGroupDraftInput } from "@/lib/drafts/schema";
import { now } from "@/lib/time/clock";
import { officerPost } from "@/lib/web/officer-route";

/** With its thousands of members a group needs more than a letter does, KiB. */
const MOST = 768;

/** What the officer is writing to a group, as it is being written; with nobody taken out and without words it is thrown away. */
export const POST = officerPost(
  "clusters.answer",
  saveGroupDraftInput,
  async (input, officer) => {
    const isBlank = input.text.trim() === "" && input.seen.out.length === 0;
    const saved = isBlank ? null : await saveGroupDraft(input, officer);
    if (isBlank && input.revision > 0) await discardGroupDraft(input, officer);
    // After it is saved: what was read meanwhile, and does not know of it, must not count as newer.
    return { readAt: now(), saved };
  },
  MOST,
);
