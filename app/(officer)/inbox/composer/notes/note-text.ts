const keyOf = (officerId: string, threadId: string) => `jida-note-${officerId}-${threadId}`;

/** A note that was begun and not saved, as this tab keeps it; empty for none. */
export function begunNote(officerId: string, threadId: string): string {
  try {
    return sessionStorage.getItem(keyOf(officerId, threadId)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps what is being written until it is saved. */
export function keepBegunNote(officerId: string, threadId: string, text: string): void {
  try {
    if (text.trim() === "") sessionStorage.removeItem(keyOf(officerId, threadId));
    else sessionStorage.setItem(keyOf(officerId, threadId), text);
  } catch {
    // Storage is switched off: the text lives as long as the form.
  }
}
