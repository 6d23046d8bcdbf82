/**
 * A text from elsewhere on one line, without what cannot be seen, and so that WeChat makes no link of it: it shows `<a href=…>` in a
 * text as a link to anywhere, or as a tap that says something in the resident's name.
 */
export function plainLine(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .replaceAll("<", "＜")
    .replaceAll(">", "＞")
    .trim();
}
