import { useEffect } from "react";
import { keepDrafted } from "@/app/(officer)/inbox/composer/drafted";
import { keepMentions } from "./mentions";
import type { Snapshot } from "./readings";

/** Takes over what was read with the page and belongs to the officer, not to a pane: where a draft waits, and who has named the officer. */
export function useTogether(snapshot: Snapshot): void {
  useEffect(() => keepTogether(snapshot), [snapshot]);
}

/** The same when the page was read anew after a gap. */
export function keepTogether({ drafts, mentions }: Pick<Snapshot, "drafts" | "mentions">): void {
  keepDrafted(drafts);
  keepMentions(mentions);
}
