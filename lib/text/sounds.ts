import { pinyin } from "pinyin-pro";

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fa5;
let table: Uint16Array | undefined;

/** A text as it sounds, one letter a syllable without its tone: 岳磁 and 岳词 become the same. */
export function soundOf(plain: string): string {
  table ??= syllables();
  let sound = "";
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    sound += code >= FIRST_HAN && code <= LAST_HAN ? String.fromCharCode(table[code - FIRST_HAN] as number) : plain[at];
  }
  return sound;
}

function syllables(): Uint16Array {
  const numbers = new Map<string, number>();
  const codes = new Uint16Array(LAST_HAN - FIRST_HAN + 1);
  const letters = Array.from(codes, (_, index) => String.fromCharCode(FIRST_HAN + index));
  for (const [index, letter] of letters.entries()) {
    const syllable = pinyin(letter, { toneType: "none", type: "string" });
    let number = numbers.get(syllable);
    if (number === undefined) {
      number = FIRST_HAN + numbers.size;
      numbers.set(syllable, number);
    }
    codes[index] = number;
  }
  return codes;
}
