import { readDraft } from "@/lib/drafts/queries";
import { waitingPictures } from "@/lib/messages/queries";
import { threadNotes } from "@/lib/notes/queries";
import type { ActingOfficer } from "@/lib/officers/scope";
import { threadQuestions } from "@/lib/questions/queries";
import { threadView } from "@/lib/threads/queries";
import type { OpenThread } from "./readings";

/** All that the screen shows of one thread, or null when it is not there for this officer. */
export async function readThread(officer: ActingOfficer, threadId: string): Promise<OpenThread | null> {
  const { scope } = officer;
  const [view, questions, notes, draft, pictures] = await Promise.all([
    threadView(scope, threadId),
    threadQuestions(scope, threadId),
    threadNotes(scope, threadId),
    readDraft(officer, threadId),
    waitingPictures(officer, threadId),
  ]);
  return view && { view, questions, notes, draft, pictures };
}
