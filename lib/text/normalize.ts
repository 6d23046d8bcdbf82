/** Letters of one question that are read; a text of 2,048 bytes holds about 680. */
const MOST_LETTERS = 400;
const FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖";
const DIGITS = "一二三四五六七八九";
const FORMAL_DIGIT = /[壹贰叁肆伍陆柒捌玖]/g;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
const MASKED = /\[(?:手机号|电话|身份证号|姓名|邮箱|微信号|车牌)\]|https?:\/\/[\w./?=&%-]+/gu;
/** A plate, an order or a ticket: letters and digits mixed, and neither a word with a number behind it nor a measure. */
const CODE = /(?<![a-z\d])(?![a-z]{4,}\d+(?![a-z\d])|\d+[a-z]+(?![a-z\d]))(?=[a-z\d]*\d[a-z\d]*\d)(?=\d*[a-z])[a-z\d]{6,16}(?![a-z\d])/gu;
const GREETING =
  /^(?:尊敬的[^，。：:！,]{0,12}[，。：:！,]|(?:[^，。：:！,]{0,6})?(?:你们?好|您们?好)[，。：:！,啊呀]*|(?:请问一下|请问|想问一下|问一下|想问下|咨询一下)[，。：:！,]*)+/u;

/** A text as it is compared: no width, capitals, marks or codes; a blank stands where a sentence or a phrase broke off. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(FORMAL_DIGIT, (digit) => DIGITS[FORMAL_DIGITS.indexOf(digit)] as string)
    .replace(MASKED, "，")
    .replace(CODE, "，")
    .replace(/\s+/gu, "")
    .replace(NOT_LETTERS, " ")
    .trim()
    .slice(0, MOST_LETTERS);
}

/** The codes that a text holds, such as a plate: what is the same of one is never so of another, and a code alone tells nothing. */
export function codesIn(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().replace(MASKED, "，").match(CODE) ?? [];
}

/** The text without the words that greet or address somebody at its beginning; as it was when nothing else would be left. */
export function withoutGreeting(text: string): string {
  const rest = text.replace(GREETING, "");
  return rest.length >= 2 ? rest : text;
}

/** A text's first sentence, at most 40 letters of it: what a letter's title says. */
export function firstSentence(text: string): string {
  return (text.split(/[。！？!?\n；;]/u, 1)[0] ?? "").slice(0, 40);
}
