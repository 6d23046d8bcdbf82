import { type Draft, parseDraft } from "./draft";

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (threadId: string) => `jida-draft-${threadId}`;

/** The draft kept for a thread, or null: none, unreadable, or storage is switched off. `shelf` opens the storage, which may throw. */
export function loadDraft(shelf: () => Shelf, threadId: string): Draft | null {
  try {
    return parseDraft(shelf().getItem(keyOf(threadId)));
  } catch {
    return null;
  }
}

/** Keeps a draft; one without words is no draft. Where storage is full or switched off, the text lives as long as the page. */
export function saveDraft(shelf: () => Shelf, threadId: string, draft: Draft): void {
  try {
    if (draft.text.trim() === "") shelf().removeItem(keyOf(threadId));
    else shelf().setItem(keyOf(threadId), JSON.stringify(draft));
  } catch {
    // Nothing to tell the officer: the text is still in front of them.
  }
}
