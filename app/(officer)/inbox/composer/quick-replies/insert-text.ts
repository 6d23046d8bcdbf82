/** Puts text into a field in place of a part of it, or of the selection, as if it had been typed: Ctrl+Z takes it back, and React hears of it. */
export function insertText(field: HTMLTextAreaElement, text: string, part?: { start: number; end: number }): void {
  if (field.readOnly || field.disabled) return;
  field.focus();
  if (part) field.setSelectionRange(part.start, part.end);
  // Deprecated without a successor: nothing else is kept among what the browser can undo.
  if (document.execCommand(text === "" ? "delete" : "insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}
