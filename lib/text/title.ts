import { saysNothing, whole } from "./explain";
import { plain, withoutGreeting } from "./normalize";
import { placeWords } from "./places";
import { faultBehind } from "./wishes";
import { sharedRuns, wordsOf } from "./words";

/** Names of people and what only points at them never stand in a title. */
const PERSON = /(?:[\p{Script=Han}]{1,3}(?:先生|女士|书记|市长|局长|主任|村长|组长|老师|医生))|\[[^\]]*\]|\d{5,}/gu;
/** The numbered part that follows a place: 12号楼, 3栋2单元; or the rest of 5号线. */
const PART = "(?:[楼院门栋线](?!上|下|口|道|路)|(?:[a-z]?\\d{1,4}|[a-z]|[一二三四五六七八九十]{1,3})(?:号楼|号院|[栋幢]|单元|期|号))";
/** What leads to a matter, and the wish behind it. */
const LEADING = /^(?:(?:怎么|如何|怎样)(?!回事|办|样)|请问|麻烦|我们|现在|一直|已经|为什么|[的了是在有和吗呢啊又还都也就])+(?=.{2})/u;
/** What somebody says before coming to the matter. */
const OPENING =
  /^(?:各位领导好?|领导好?|唔该|紧急|急|求助|[你您]们?好|大家好|我?想?(?:反映|投诉|举报|咨询|问|请教)(?:一下|下)|麻烦|请问|请|一下|[ ])+/u;
/** Words that only point at a place are no name of it. */
const POINTING = /[那这哪某各该]|到/u;
const WISHED = /(?<=..)(?:到底|究竟|大概|请问|麻烦)?(?:什么时候|啥时候|什么时间|几时|何时|几点|多久).*$/u;
const TRAILING = /(?:[的吗呢啊呀吧]|请问?|麻烦|怎么|(?<=[停断没][水电气暖网])了)+$/u;
/** A word after which one more must come. */
const OPEN_END = /^(?:[的吗呢啊呀吧要到在从还和被把让给]|现在|目前)$/u;
const MOST_TEXTS = 12;
const FEWEST_LETTERS = 2;
const MOST_LETTERS = 14;

/** What a group is about: the place most of its texts name and the words most of them share, neither cut inside a word or a number; never a person. Either may be empty. */
export function titleOf(texts: readonly string[]): { place: string; matter: string } {
  const read = texts.slice(0, MOST_TEXTS).map((text) => plain(withoutGreeting(text.normalize("NFKC").replace(PERSON, " "))));
  const half = Math.ceil(read.length / 2);
  const named = mostNamed(
    read.map((text) => placeWords(text).filter((words) => !POINTING.test(words))),
    half,
  );
  const anyPart = new RegExp(`[a-z\\d]*${named}(?:[苑城园里村]?(?:小区|社区))?${PART}*`, "gu");
  const place =
    named === ""
      ? ""
      : mostNamed(
          read.map((text) => wholesOf(text, anyPart, named)),
          half,
        ) || named;
  const without = (text: string, instead: string) => (named === "" ? text : text.replace(anyPart, instead));
  const bare = read.map((text) => without(text, " "));
  const [first = "", ...rest] = bare;
  const words = wordsOf(first);
  const shared = mostNamed(
    rest.map((text) => sharedRuns(words, text, MOST_LETTERS).map(matterIn).filter(saysSomething)),
    Math.ceil(rest.length / 2),
  );
  return { place: whole(place), matter: whole(faultBehind(shared || oneMatter(without(read[0] ?? "", "")), bare)) };
}

/** A place with its numbered part wherever a text names it, and without. */
function wholesOf(text: string, anyPart: RegExp, named: string): string[] {
  return [named, ...(text.match(anyPart) ?? [])];
}

/** What a text is about: the first of its phrases that say something, as many of their words as there is room for. */
function oneMatter(text: string): string {
  const phrases = text.split(" ").map((phrase) => matterIn(phrase.replace(OPENING, "")));
  const [phrase] = phrases.filter((words) => words.length > FEWEST_LETTERS && !isWish(words));
  const words: string[] = [];
  for (const word of wordsOf(phrase ?? matterIn(phrases.join("")))) {
    if (words.join("").length + word.length > MOST_LETTERS) break;
    words.push(word);
  }
  while (words.length > 1 && OPEN_END.test(words.at(-1) as string)) words.pop();
  return words.join("");
}

const matterIn = (words: string) => words.replace(LEADING, "").replace(WISHED, "").replace(TRAILING, "");
const isWish = (words: string) => WISHED.test(`  ${words}`);
const saysSomething = (words: string) => words.length >= FEWEST_LETTERS && !saysNothing(words) && !isWish(words);

function mostNamed(lists: string[][], least: number): string {
  const counts = new Map<string, number>();
  for (const list of lists) for (const word of new Set(list)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return best?.[0] ?? "";
}
