import { useCallback, useEffect, useRef, useState } from "react";
import { changedDraft, type Draft, type DraftChange, emptyDraft, knowing, restoredDraft, type SeenThread } from "./draft";
import { loadDraft, saveDraft } from "./draft-store";

const thisTab = () => sessionStorage;

/**
 * What the officer is writing to one resident. Kept in this tab's sessionStorage until the server has confirmed it, so that a
 * reload, a lost connection or a look at another thread loses nothing. `thread` is the thread as it stands now.
 */
export function useDraft(threadId: string, thread: SeenThread) {
  const [draft, setDraft] = useState(() => emptyDraft(thread));
  const latest = useRef(draft);
  const { version, seq } = thread;

  const keep = useCallback(
    (next: Draft) => {
      latest.current = next;
      setDraft(next);
      saveDraft(thisTab, threadId, next);
    },
    [threadId],
  );

  // Read after the first render: the server, which rendered it too, has no sessionStorage.
  useEffect(() => {
    const found = loadDraft(thisTab, threadId);
    if (found) keep(found);
  }, [threadId, keep]);

  // With nothing written there is nothing to reconsider when the thread moves.
  useEffect(() => {
    if (latest.current.text.trim() === "") keep(knowing(latest.current, { version, seq }));
  }, [version, seq, keep]);

  return {
    draft,
    change: (change: DraftChange) => keep(changedDraft(latest.current, change)),
    /** About to be handed to the server, on top of the thread as it stands in `seen`. */
    attempt: (seen: SeenThread) => {
      keep({ ...knowing(latest.current, seen), attempted: true });
      return latest.current;
    },
    restore: (back: Parameters<typeof restoredDraft>[1], seen: SeenThread) => keep(restoredDraft(latest.current, back, seen)),
    clear: useCallback((seen: SeenThread) => keep(emptyDraft(seen)), [keep]),
  };
}
