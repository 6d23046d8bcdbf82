import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import type { ThreadNote } from "@/lib/notes/queries";
import type { ThreadMessage } from "@/lib/threads/queries";
import type { SeenThread } from "./draft";

export type News = { lastSeen: ThreadMessage | null; messages: ThreadMessage[]; notes: ThreadNote[] };

/** What stands in a thread since an officer began to write: the last words the officer knew, and what has been said and noted after them. */
export function whatIsNew({ view, notes }: OpenThread, seen: SeenThread, officerId: string): News {
  const known = BigInt(seen.seq);
  const said = view.messages.filter(({ kind, reply }) => kind !== "event" && reply?.status !== "withdrawn");
  const lastSeen = said.findLast(({ seq }) => BigInt(seq) <= known) ?? null;
  return {
    lastSeen,
    messages: said.filter(({ seq }) => BigInt(seq) > known),
    notes: notes.filter(({ at, officer, removedAt }) => lastSeen !== null && at > lastSeen.at && officer.id !== officerId && !removedAt),
  };
}
