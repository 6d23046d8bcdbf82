const SIGN = "[;；]";
/** What narrows the list: letters, Chinese and digits, and no more than a title begins with. */
const TYPED = "[\\p{L}\\p{N}]{0,24}";
const JUST_TYPED = new RegExp(`(?:^|[\\s\\p{P}\\p{S}])${SIGN}$`, "u");
const NARROWED = new RegExp(`^${SIGN}(${TYPED})$`, "u");

/** Where the `;` or `；` stands that was typed just before the caret: at the start, or after a blank or a sign, and not as a semicolon after a word. Null when there is none. */
export function triggerBefore(text: string, caret: number): number | null {
  return JUST_TYPED.test(text.slice(0, caret)) ? caret - 1 : null;
}

/** What has been typed between the sign at `start` and the caret, or null when it is no more a search. */
export function typedAfter(text: string, start: number, caret: number): string | null {
  return NARROWED.exec(text.slice(start, caret))?.[1] ?? null;
}
