import { numberIn } from "./normalize";
import { LONGEST_PHRASE, PART, PHRASES } from "./phrases";

/** Letters of a message that are looked at; whoever writes more has a question. One more position must fit into 32 bits. */
export const MOST_LETTERS = 24;
const NUMBER = "\\d{1,2}|[零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}";
const PRESS = "按下?|回复?|我?选择?|我要选|输入|发送?|点击?|数字|编号|序号";
const SAID = [
  new RegExp(`^(?:${PRESS})?(${NUMBER})$`, "u"),
  new RegExp(`^(?:${PRESS})?第(${NUMBER})[个项条类]$`, "u"),
  new RegExp(`^按(${NUMBER})号?键$`, "u"),
];
const LEADING = new RegExp(`^(?:${PRESS})?(${NUMBER})(?!\\d)(.+)$`, "u");

/**
 * Where the phrases of the closed lists stand in a message. A set of positions is the bits of one number; position p lies before the
 * letter p. `polite`, `asking`, `there`: what is reached from the beginning by phrases alone (`there`: with 有 among them);
 * `politeEnd`: from where only polite phrases follow; `asked`, `askedThere`: to where one phrase behind the words leads from each
 * position; `phrases`: to where any phrase does.
 */
export type Layout = {
  letters: string;
  polite: number;
  politeEnd: number;
  asking: number;
  there: number;
  asked: number[];
  askedThere: number[];
  phrases: number[];
};

/** @param letters at most `MOST_LETTERS` of a comparable text */
export function layoutOf(letters: string): Layout {
  const end = letters.length;
  const steps = stepsOf(letters);
  const leads = (part: number) => steps.map((step) => step.reduce((ends, { to, parts }) => (parts & part ? ends | (1 << to) : ends), 0));
  const [politeBefore, politeAfter] = [leads(PART.politeBefore), leads(PART.politeAfter)];
  const [askingBefore, thereBefore] = [leads(PART.askingBefore), leads(PART.thereBefore)];
  let [polite, asking, there, politeEnd] = [1, 1, 0, 1 << end];
  for (let at = 0; at < end; at++) {
    if (has(polite, at)) polite |= endsAt(politeBefore, at);
    if (has(there, at)) there |= endsAt(askingBefore, at) | endsAt(thereBefore, at);
    if (!has(asking, at)) continue;
    asking |= endsAt(askingBefore, at);
    there |= endsAt(thereBefore, at);
  }
  for (let at = end - 1; at >= 0; at--) if (endsAt(politeAfter, at) & politeEnd) politeEnd |= 1 << at;
  const [asked, askedThere, phrases] = [leads(PART.askingAfter), leads(PART.thereAfter), leads(-1)];
  return { letters, polite, politeEnd, asking, there, asked, askedThere, phrases };
}

/** Whether a message is its words (`found`: to where they lead from each position) and politeness, nothing else. */
export function isWhole({ polite, politeEnd }: Layout, found: readonly number[]): boolean {
  return found.some((ends, at) => has(polite, at) && (ends & politeEnd) !== 0);
}

/** Whether a message is its words, what asks for them, and politeness, nothing else. */
export function isAsked({ letters, asking, there, asked, askedThere }: Layout, found: readonly number[]): boolean {
  let [plain, thereToo] = [0, 0];
  for (let at = 0; at < letters.length; at++) {
    if (has(asking | plain, at)) plain |= endsAt(found, at);
    if (has(there | thereToo, at)) thereToo |= endsAt(found, at);
    if (has(plain, at)) plain |= endsAt(asked, at);
    if (has(thereToo, at)) thereToo |= endsAt(asked, at) | endsAt(askedThere, at);
  }
  return has(plain | thereToo, letters.length);
}

/** The number that is the whole message (2, 二, 按2, 第二个, 2谢谢), 0 among them; else null. A 2号 may be a day, a house or a line. */
export function numberSaid({ letters, polite, politeEnd }: Layout): number | null {
  for (let from = 0; from < letters.length; from++) {
    for (let to = from + 1; to <= letters.length; to++) {
      if (!has(polite, from) || !has(politeEnd, to)) continue;
      const said = SAID.map((pattern) => pattern.exec(letters.slice(from, to))?.[1]).find((found) => found !== undefined);
      const number = said === undefined ? null : numberIn(said);
      if (number !== null) return number;
    }
  }
  return null;
}

/** A number at the beginning and what follows it, as residents copy a line of the menu (2天气); else null. */
export function leadingNumber(letters: string): { number: number; rest: string } | null {
  const [, said = "", rest = ""] = LEADING.exec(letters) ?? [];
  const number = numberIn(said);
  return number === null ? null : { number, rest };
}

/** The stretches of a message that are neither its words nor of the closed lists; all that is not its words, where only the order is wrong. */
export function restOf({ letters, phrases }: Layout, found: readonly number[]): string[] {
  const strange = uncovered(letters, [found, phrases]);
  return strange.length > 0 ? strange : uncovered(letters, [found]);
}

function uncovered(letters: string, lists: readonly (readonly number[])[]): string[] {
  const covered = new Array<boolean>(letters.length).fill(false);
  for (const list of lists) {
    for (const [at, ends] of list.entries()) covered.fill(true, at, Math.max(at, 31 - Math.clz32(ends)));
  }
  const marked = letters.split("").map((letter, at) => (covered[at] ? " " : letter));
  return marked
    .join("")
    .split(" ")
    .filter((stretch) => stretch !== "");
}

/** From each position the phrases that begin there: where they end, and which parts they may play. */
function stepsOf(letters: string): { to: number; parts: number }[][] {
  return Array.from({ length: letters.length }, (_, from) => {
    const ends = Math.min(letters.length, from + LONGEST_PHRASE) - from;
    return Array.from({ length: ends }, (_, index) => ({
      to: from + index + 1,
      parts: PHRASES.get(letters.slice(from, from + index + 1)) ?? 0,
    })).filter(({ parts }) => parts !== 0);
  });
}

const has = (positions: number, at: number) => (positions & (1 << at)) !== 0;
const endsAt = (list: readonly number[], at: number) => list[at] ?? 0;
