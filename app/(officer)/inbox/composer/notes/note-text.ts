const keysOf = (officerId: string) => `jida-note-${officerId}-`;
const keyOf = (officerId: string, threadId: string) => keysOf(officerId) + threadId;

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

/** Leaves no begun note in this tab but those of the officer it belongs to now; none at all when somebody signs out. */
export function forgetBegunNotes(officerId?: string): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith("jida-note-") && !(officerId && key.startsWith(keysOf(officerId)))) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}
