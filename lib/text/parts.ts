import { codesIn } from "./normalize";

const NUMBER = "[a-z]?\\d{1,4}|[一二三四五六七八九十]{1,3}";
/** The numbered parts of a place by kind: a building, a unit of it, a floor, a room, a phase, a door or gate. */
const PARTS: readonly { kind: string; told: RegExp }[] = [
  { kind: "楼", told: new RegExp(`(?<![几这那每整共有\\d])(${NUMBER})(?:号楼|号栋|号房|[栋幢](?!楼))`, "gu") },
  { kind: "楼", told: /(?<![a-z\d])([a-z])(?:栋|幢|座|号楼)/gu },
  { kind: "单元", told: new RegExp(`(?<![几这那每整共有\\d])(${NUMBER})单元`, "gu") },
  { kind: "层", told: new RegExp(`(?<![几这那每整共有\\d])(${NUMBER})[楼层](?![盘梯道栋房])`, "gu") },
  { kind: "室", told: /(?<!\d)(\d{3,4})室/gu },
  { kind: "期", told: new RegExp(`(?<![几这那每整共有学周分长短初中晚\\d])(${NUMBER})期(?![间限望待款末中货])`, "gu") },
  { kind: "号", told: new RegExp(`(?<=[路街巷弄道村苑园区]|(?<![这那哪])里)(${NUMBER})号(?![线路院楼栋房街巷])`, "gu") },
  { kind: "门", told: new RegExp(`(?<![\\d])(${NUMBER})号[门口]`, "gu") },
];
/** What befalls a whole place, whichever part of it somebody names. */
const OF_THE_WHOLE = /停[水电气暖网]|[断没无冇来返](?:有)?(?:自来)?(?:水(?!管)|电(?![梯话])|气|暖|网)|供[水电气暖]/u;
const DIGITS = "零一二三四五六七八九";

/** The parts of a place that a line names with their numbers, and the codes it holds, each with its kind; no numbers where what it tells befalls the whole place. `said`: the text as it was written. */
export function partsIn(said: string, plain: string): Set<string> {
  const parts = new Set(codesIn(said).map((code) => `码 ${code}`));
  if (OF_THE_WHOLE.test(plain)) return parts;
  for (const { kind, told } of PARTS)
    for (const [, number = ""] of plain.matchAll(told)) for (const digits of inDigits(number)) parts.add(`${kind} ${digits}`);
  return parts;
}

/** Whether two lines name a part of one kind, and none of that kind in common. */
export function partsConflict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  const kinds = new Set([...a].map(kindOf));
  return [...kinds].some((kind) => {
    const [here, there] = [a, b].map((parts) => [...parts].filter((part) => kindOf(part) === kind)) as [string[], string[]];
    return there.length > 0 && !here.some((part) => there.includes(part));
  });
}

const kindOf = (part: string) => part.slice(0, part.indexOf(" "));

/** A number in digits; 五六 in 五六栋 is two. */
function inDigits(number: string): string[] {
  if (!/[一二三四五六七八九十]/u.test(number)) return [number.replace(/^0+(?=\d)/, "")];
  const digit = (letter: string, none: number) => (letter === "" ? none : DIGITS.indexOf(letter));
  if (!number.includes("十")) return [...number].map((letter) => String(digit(letter, 0)));
  const [tens = "", ones = ""] = number.split("十");
  return [String(digit(tens, 1) * 10 + digit(ones, 0))];
}
