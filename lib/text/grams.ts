/** Grams are known by a number below 2^20; two of them share one now and then. */
export const GRAM_SPACE = 1 << 20;
const BLANK = 32;

/** The distinct grams of a plain text by their length in letters, each as a number, in order of first appearance. */
export type Grams = { ones: Int32Array; twos: Int32Array; threes: Int32Array };

/** The grams of a plain text; none reaches across a blank. */
export function gramsOf(plain: string): Grams {
  const ones = new Set<number>();
  const twos = new Set<number>();
  const threes = new Set<number>();
  let before = BLANK;
  let earlier = BLANK;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (code !== BLANK) {
      ones.add(numberOf(code, 0, 0));
      if (before !== BLANK) {
        twos.add(numberOf(before, code, 0));
        if (earlier !== BLANK) threes.add(numberOf(earlier, before, code));
      }
    }
    earlier = before;
    before = code;
  }
  return { ones: Int32Array.from(ones), twos: Int32Array.from(twos), threes: Int32Array.from(threes) };
}

/** The number of a gram of one to three letters, given as UTF-16 codes, 0 for none. */
export function numberOf(first: number, second: number, third: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b) ^ Math.imul(third + 0x165667b1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) & (GRAM_SPACE - 1);
}
