import { DraftSaver, type DraftServer } from "@/app/(officer)/inbox/composer/draft-saver";
import { saveAt } from "@/app/(officer)/inbox/composer/draft-server";
import { DraftShelf } from "@/app/(officer)/inbox/composer/draft-shelf";
import { markDrafted } from "@/app/(officer)/inbox/composer/drafted";
import { SaversOfTab } from "@/app/(officer)/inbox/composer/savers-of-tab";
import { loadGroup } from "@/app/(officer)/inbox/group/loaders";
import type { GroupDraftReading } from "@/lib/drafts/queries";
import type { SeenGroup } from "@/lib/drafts/schema";
import { groupPaper, TO_ALL } from "./group-words";

const savers = new SaversOfTab<SeenGroup>();

/** The one saver in this tab of what an officer writes to a group. */
export function groupDraftSaver(officerId: string, clusterId: string, reading: GroupDraftReading): DraftSaver<SeenGroup> {
  return savers.of(clusterId, () => {
    const [server, shelf] = [groupDraftServer(officerId, clusterId), shelfOf(officerId, clusterId)];
    return new DraftSaver({ paper: groupPaper, server, shelf, tell: (has) => markDrafted(clusterId, has) }, reading, TO_ALL);
  });
}

/**
 * Lets what this tab has not saved yet go along into the group that this one went into; what was saved has gone there already.
 * @returns whether the officer was writing here
 */
export function carryWords(officerId: string, fromId: string, intoId: string): boolean {
  const saver = savers.forget(fromId);
  saver?.end();
  markDrafted(fromId, false);
  const [from, into] = [shelfOf(officerId, fromId), shelfOf(officerId, intoId)];
  const tail = from.load();
  if (tail && into.load() === null) {
    into.keep({ draft: tail.draft, revision: 0 });
    from.forget();
  }
  return tail !== null || (saver !== null && !groupPaper.isBlank(saver.draft));
}

function shelfOf(officerId: string, clusterId: string): DraftShelf<SeenGroup> {
  return new DraftShelf(() => sessionStorage, groupPaper, officerId, clusterId);
}

function groupDraftServer(officerId: string, clusterId: string): DraftServer<SeenGroup> {
  return {
    save: (words, leaving) => saveAt("/api/inbox/group-draft", { clusterId, ...words }, { officerId, leaving }),
    read: async () => (await loadGroup(clusterId)).draft,
  };
}
