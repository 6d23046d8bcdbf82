import { useEffect, useState } from "react";
import { doneTyping, keyPressed } from "@/app/(officer)/inbox/feed/presence-teller";
import { useShared } from "@/app/(officer)/inbox/feed/shared-value";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import type { DraftReading, SavedDraft } from "@/lib/drafts/queries";
import { changedDraft, type Draft, type DraftChange, isBlank, knowing, restoredDraft, type SeenThread } from "./draft";
import { draftSaver } from "./draft-savers";

/**
 * What the officer is writing to one resident, kept by the server as it is written: a reload, another machine, a lost connection or
 * a look at another thread lose nothing. `thread` is the thread as it stands now, `reading` what the server had when it was read.
 */
export function useDraft(threadId: string, thread: SeenThread, reading: DraftReading) {
  const { officer, serverNow } = useInbox();
  const [saver] = useState(() => draftSaver(officer.id, threadId, reading, thread));
  const { draft, status, other } = useShared(saver.state);
  const { version, seq } = thread;

  // After the first render: the server, which rendered it too, has no sessionStorage.
  useEffect(() => saver.recover(), [saver]);
  useEffect(() => saver.learn(reading), [saver, reading]);
  useEffect(() => () => void saver.flush(), [saver]);

  // With nothing written there is nothing to reconsider when the thread moves.
  useEffect(() => {
    if (isBlank(saver.draft)) saver.write(knowing(saver.draft, { version, seq }));
  }, [saver, version, seq]);

  return {
    draft,
    status,
    other,
    change: (change: DraftChange) => {
      if (change.text !== undefined) keyPressed();
      saver.write(changedDraft(saver.draft, change));
    },
    /** About to be handed to the server, on top of the thread as it stands in `seen`. */
    attempt: (seen: SeenThread): Draft => saver.attempt(seen),
    /** The server has not taken it, or nobody knows. */
    release: () => saver.release(),
    sent: (seen: SeenThread) => {
      doneTyping();
      saver.sent(seen, serverNow());
    },
    /** Text that comes back; `saved` where the server has made a draft of it already. */
    restore: (back: Parameters<typeof restoredDraft>[1], seen: SeenThread, saved: SavedDraft | null = null) => {
      if (saved) saver.broughtBack(saved);
      const restored = restoredDraft(saver.draft, back, seen);
      saver.write(saved && isBlank(saver.draft) ? { ...restored, replyId: saved.replyId } : restored);
    },
    /** Throws away what was written. */
    discard: (seen: SeenThread) => {
      doneTyping();
      saver.write({ ...changedDraft(saver.draft, { text: "", kind: "answer", unit: "", promisedAt: "" }), seen });
    },
    saveNow: () => void saver.flush(),
    keepMine: () => saver.keepMine(),
    takeOther: () => saver.takeOther(),
  };
}
