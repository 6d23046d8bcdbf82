const COPIED = [
  "boxSizing",
  "width",
  "padding",
  "border",
  "font",
  "letterSpacing",
  "lineHeight",
  "tabSize",
  "textIndent",
  "wordBreak",
  "overflowWrap",
] as const;

/** Where a character of a text field stands on the screen: browsers tell of a range of text in a page only, so the text is laid out once more, unseen. */
export function caretRect(field: HTMLTextAreaElement, index: number): DOMRect {
  const twin = document.createElement("div");
  const mark = document.createElement("span");
  const style = getComputedStyle(field);
  for (const property of COPIED) twin.style[property] = style[property];
  Object.assign(twin.style, { position: "fixed", top: "0", left: "0", visibility: "hidden", whiteSpace: "pre-wrap" });
  mark.textContent = field.value.slice(index, index + 1) || "；";
  twin.append(field.value.slice(0, index), mark);
  document.body.append(twin);
  const { left, top, width, height } = mark.getBoundingClientRect();
  twin.remove();
  const outer = field.getBoundingClientRect();
  const shownTop = Math.min(Math.max(outer.top + top - field.scrollTop, outer.top), outer.bottom - height);
  return new DOMRect(outer.left + left, shownTop, width, height);
}
