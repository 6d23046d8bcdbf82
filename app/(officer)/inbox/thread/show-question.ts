/** The place in the thread where a question's first message stands. */
export function anchorOf(questionId: string): string {
  return `question-${questionId}`;
}

/** Scrolls the thread to where a question starts, if that is loaded, and puts the focus there. */
export function showQuestion(questionId: string): void {
  const place = document.getElementById(anchorOf(questionId));
  place?.scrollIntoView({ block: "start" });
  place?.focus({ preventScroll: true });
}
