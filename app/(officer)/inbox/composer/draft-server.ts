import { loadThread } from "@/app/(officer)/inbox/feed/loaders";
import { isStillOf } from "@/app/(officer)/same-officer";
import type { DraftReading } from "@/lib/drafts/queries";
import { reviveInstants, SECOND } from "@/lib/time/rules";
import type { SeenThread } from "./draft";
import type { DraftServer, SaveAnswer } from "./draft-saver";

const PATIENCE = 10 * SECOND;
/** A browser lets a page that goes leave this much behind, in bytes. */
const LEFT_BEHIND = 60_000;

/** Where the drafts of one thread are kept for this officer. */
export function draftServer(officerId: string, threadId: string): DraftServer<SeenThread> {
  return {
    save: (words, leaving) => saveAt("/api/inbox/draft", { threadId, ...words }, { officerId, leaving }),
    read: () => readDraft(threadId),
  };
}

/**
 * Tells a door of the desk what is being written: for this officer, and for nobody who has signed in beside this page.
 * @throws when it can't be reached, or refuses for another reason than that the draft has moved
 */
export async function saveAt<Seen>(
  door: string,
  words: object,
  { officerId, leaving }: { officerId: string; leaving: boolean },
): Promise<SaveAnswer<Seen>> {
  if (!isStillOf(officerId)) throw new Error("somebody else has signed in");
  const body = new Blob([JSON.stringify(words)], { type: "application/json" });
  const keepalive = leaving && body.size < LEFT_BEHIND;
  const response = await fetch(door, { method: "POST", body, keepalive, signal: AbortSignal.timeout(PATIENCE) });
  const answer: unknown = JSON.parse(await response.text(), reviveInstants);
  if (response.ok) return answer as SaveAnswer<Seen>;
  if (response.status === 409 && (answer as { refusal?: string }).refusal === "draftMoved") return "moved";
  throw new Error(`${door} answered ${response.status}`);
}

async function readDraft(threadId: string): Promise<DraftReading> {
  const { readAt, open } = await loadThread({ threadId });
  return open?.draft ?? { readAt, saved: null };
}
