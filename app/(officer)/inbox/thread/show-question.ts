/** The place in the thread where a question's first message stands. */
export function anchorOf(questionId: string): string {
  return `question-${questionId}`;
}

/** The place in the thread where a note stands. */
export function noteAnchorOf(noteId: string): string {
  return `note-${noteId}`;
}

/** Scrolls the thread to where a question starts, if that is loaded, and puts the focus there. */
export function showQuestion(questionId: string): void {
  show(anchorOf(questionId));
}

/** The same for a note. */
export function showNote(noteId: string): void {
  show(noteAnchorOf(noteId));
}

function show(anchor: string) {
  const place = document.getElementById(anchor);
  place?.scrollIntoView({ block: "start" });
  place?.focus({ preventScroll: true });
}
