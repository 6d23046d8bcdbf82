/** Faces of WeChat, as /::) or [微笑]. */
const FACES = /\/:[^\s/\u4e00-\u9fff]{1,8}|\[[\u4e00-\u9fffa-z]{1,6}\]/gu;
/** What makes a digit or a letter a picture (1️⃣), joins pictures, or cannot be seen. */
const UNSEEN = /[\u20e3\ufe0e\ufe0f\u200b-\u200f\u2060\ufeff]/gu;
/** Marks that say something of the number beside them, so that 2% or 5¥ is no number of a category. */
const TELLING = "%‰+=<>×÷°℃\\p{Sc}";
const BLANK = new RegExp(`(?:(?![${TELLING}])[^\\p{L}\\p{N}\\p{M}])+`, "gu");

const DIGITS: Record<string, number> = Object.fromEntries(
  ["一壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((letters, index) =>
    [...letters].map((letter) => [letter, index + 1]),
  ),
);
const IN_DIGITS = /^[1-9]\d?$/;
const IN_CHINESE = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/;

/**
 * A text as it is compared: half width, small letters, no blanks, marks, pictures and faces; ①, １ and 1️⃣ are 1. One blank stays
 * where two digits would otherwise become one number (1-2, 3.5). Applied twice it gives the same. Traditional letters stay.
 */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(UNSEEN, "")
    .replace(FACES, "，")
    .replace(BLANK, (marks, at: number, whole: string) =>
      isDigit(whole.charAt(at - 1)) && isDigit(whole.charAt(at + marks.length)) ? " " : "",
    )
    .normalize("NFKC");
}

/** A lone question mark, in any width: it asks for the menu. Several of them are a cry. */
export function isQuestionMark(text: string): boolean {
  return text.trim().normalize("NFKC") === "?";
}

/** The number from 0 to 99 that letters of a comparable text say, in digits or Chinese (6, 六, 陆, 十二, 二十); else null. */
export function numberIn(letters: string): number | null {
  if (letters === "0" || letters === "零") return 0;
  if (IN_DIGITS.test(letters)) return Number(letters);
  const plain = letters
    .replace(/[壹贰叁肆伍陆柒捌玖]/gu, (letter) => "一二三四五六七八九".charAt((DIGITS[letter] ?? 0) - 1))
    .replace("拾", "十");
  const [, tens = "", ten = "", ones = ""] = IN_CHINESE.exec(plain) ?? [];
  if (ten === "") return tens !== "" && ones === "" ? (DIGITS[tens] ?? null) : null;
  return (DIGITS[tens] ?? 1) * 10 + (DIGITS[ones] ?? 0);
}

function isDigit(letter: string): boolean {
  return /^\p{N}$/u.test(letter);
}
