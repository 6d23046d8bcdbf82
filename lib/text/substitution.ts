import { soundOf } from "./sounds";
import { senseOf } from "./synonyms";

const MANNERS =
  /麻烦|谢谢|多谢|请问|唔该|你好|您好|想问|问一下|问下|咨询|反映|投诉|求助|一下|请|大概|到底|究竟|啊|呀|呢|哦|嘛|吧|啦|喇|吗|么|咩|了|的|嘅| /gu;
/** Words that stand where a name might, and are none: times, who and where, how, what is asked and said of anything. */
const NO_NAME =
  /[我你您他她它这那哪本怎什么啥几多何谁为不没无冇有是在会能可要想又还也都再就才太很最已被把让给和与或]|今|昨|明天|早上|晚上|中午|上午|下午|凌晨|半夜|现在|刚|最近|近期|一直|突然|忽然|已经|仍|经常|常|每|天|附近|楼下|楼上|小区|家里|家中|门口|外面|大家|全部|请求|希望|建议|关于|尽快|紧急|强烈|严重|举报|再次/u;
const BEFORE_A_NAME = /(?:在|到|从|去|住|家住|位于|我们|我|过|系|喺)$/u;
const NAME = /^[\p{Script=Han}a-z]{2,5}$/u;
const FEWEST_SHARED = 4;
const LETTERS_BEFORE = 2;
const FIRST_CLASS = 0x1_0000;

/** What is left of a line without the words that fill it, as it is written and as it sounds. */
export type Bare = { letters: string; sound: string };

/** Reads a plain line without what only fills it. */
export function bareLine(plain: string): Bare {
  const letters = plain.replace(MANNERS, "");
  return { letters, sound: soundOf(letters) };
}

/** Whether two lines say the same of two things that only have different names, such as 万达 and 吾悦: nothing else differs, and where it differs stand no words that are known. */
export function onlyNamesDiffer(a: Bare, b: Bare): boolean {
  const shorter = Math.min(a.sound.length, b.sound.length);
  let start = 0;
  while (start < shorter && a.sound[start] === b.sound[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.sound[a.sound.length - 1 - end] === b.sound[b.sound.length - 1 - end]) end += 1;
  if (end < FEWEST_SHARED) return false;
  const from = start <= LETTERS_BEFORE ? 0 : start;
  if (from > 0 && !BEFORE_A_NAME.test(a.letters.slice(0, from))) return false;
  return areTwoNames(a.letters.slice(from, a.letters.length - end), b.letters.slice(from, b.letters.length - end));
}

function areTwoNames(x: string, y: string): boolean {
  if (!mayBeName(x) || !mayBeName(y) || x.includes(y) || y.includes(x)) return false;
  return [...x].sort().join("") !== [...y].sort().join("");
}

function mayBeName(stretch: string): boolean {
  if (!NAME.test(stretch) || NO_NAME.test(stretch)) return false;
  const { units } = senseOf(stretch);
  return units.length === stretch.length && units.every((unit) => unit < FIRST_CLASS);
}
