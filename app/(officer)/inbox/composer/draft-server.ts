import { loadThread } from "@/app/(officer)/inbox/feed/loaders";
import { isStillOf } from "@/app/(officer)/same-officer";
import type { DraftReading } from "@/lib/drafts/queries";
import type { SaveDraft } from "@/lib/drafts/schema";
import { reviveInstants, SECOND } from "@/lib/time/rules";
import type { DraftServer, SaveAnswer } from "./draft-saver";

const PATIENCE = 10 * SECOND;
/** A browser lets a page that goes leave this much behind, in bytes. */
const LEFT_BEHIND = 60_000;

/** Where the drafts of one thread are kept for this officer, and for nobody who has signed in beside this page. */
export function draftServer(officerId: string, threadId: string): DraftServer {
  const saveOwn = (words: SaveDraft, leaving: boolean) => {
    if (!isStillOf(officerId)) throw new Error("somebody else has signed in");
    return save(words, leaving);
  };
  return { save: async (words, leaving) => saveOwn(words, leaving), read: () => readDraft(threadId) };
}

async function save(words: SaveDraft, leaving: boolean): Promise<SaveAnswer> {
  const body = new Blob([JSON.stringify(words)], { type: "application/json" });
  const keepalive = leaving && body.size < LEFT_BEHIND;
  const response = await fetch("/api/inbox/draft", { method: "POST", body, keepalive, signal: AbortSignal.timeout(PATIENCE) });
  const answer: unknown = JSON.parse(await response.text(), reviveInstants);
  if (response.ok) return answer as DraftReading;
  if (response.status === 409 && (answer as { refusal?: string }).refusal === "draftMoved") return "moved";
  throw new Error(`/api/inbox/draft answered ${response.status}`);
}

async function readDraft(threadId: string): Promise<DraftReading> {
  const { readAt, open } = await loadThread({ threadId });
  return open?.draft ?? { readAt, saved: null };
}
