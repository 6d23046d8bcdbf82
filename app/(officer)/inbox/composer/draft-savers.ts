import type { DraftReading } from "@/lib/drafts/queries";
import { type SeenThread, threadPaper } from "./draft";
import { DraftSaver } from "./draft-saver";
import { draftServer } from "./draft-server";
import { DraftShelf } from "./draft-shelf";
import { markDrafted } from "./drafted";
import { SaversOfTab } from "./savers-of-tab";

const savers = new SaversOfTab<SeenThread>();

/** The one saver of a thread in this tab. */
export function draftSaver(officerId: string, threadId: string, reading: DraftReading, seen: SeenThread): DraftSaver<SeenThread> {
  return savers.of(threadId, () => {
    const shelf = new DraftShelf(() => sessionStorage, threadPaper, officerId, threadId);
    const server = draftServer(officerId, threadId);
    const desk = { paper: threadPaper, server, shelf, tell: (has: boolean) => markDrafted(threadId, has) };
    return new DraftSaver(desk, reading, seen);
  });
}
