/**
 * The language of words that people wrote, for a screen reader's voice and the typeface: Chinese where a Chinese character stands
 * among them; undefined for what needs no word of its own.
 */
export function languageOf(text: string | null): "zh-CN" | undefined {
  return text !== null && /\p{Script=Han}/u.test(text) ? "zh-CN" : undefined;
}
