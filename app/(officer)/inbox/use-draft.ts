import { useCallback, useEffect, useRef, useState } from "react";
import { changedDraft, type Draft, type DraftChange, emptyDraft, knowing, parseDraft, restoredDraft, type SeenThread } from "./draft";

const keyOf = (threadId: string) => `jida-draft-${threadId}`;

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
      write(keyOf(threadId), next.text.trim() === "" ? null : next);
    },
    [threadId],
  );

  // Read after the first render: the server, which rendered it too, has no sessionStorage.
  useEffect(() => {
    const found = parseDraft(read(keyOf(threadId)));
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

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    // Storage is switched off: the text lives as long as the page.
    return null;
  }
}

function write(key: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  } catch {
    // Full or switched off: the text lives as long as the page.
  }
}
