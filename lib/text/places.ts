import { type Named, namesIn, namesRelation, type PlaceName, sameName, withoutNames } from "./names";
import { partsConflict, partsIn } from "./parts";
import { soundOf } from "./sounds";
import { type Bare, bareLine, onlyNamesDiffer } from "./substitution";

const DISTRICT = /[a-z]\d{1,2}(?:市|区|县)/g;
const CITY = /(?<![a-z\d])[a-z](?=市)/g;
const NAMED =
  /[\p{Script=Han}a-z\d]{2,4}?(?:小区|社区|街道|大道|大厦|广场|花园|花苑|家园|公园|中学|小学|大学|学校|学院|幼儿园|医院|公司|酒店|市场|国际城|新城|高速|地铁站|路|街|巷|村|镇|乡|苑|城|园|府|湾|桥|站|馆|厂|湖|组)/gu;
const NUMBERED = /(\d{1,4})(?:号线|路公交|号|路|栋|期|单元|楼|室|班|组)/g;
const UNSPECIFIC =
  /^(?:.*(?:我们|本|这个|该|一个|某|的|是|在|有|和|到|从|与|及|为|请|对|把|被|于)(?:小区|社区|路|街|村|镇|乡|学校|公司|站|城|园))$/u;

/** The places a text names. `districts`: codes such as a7县; `cities`: their letters; `names`: the ends of names, such as 三号路. */
export type Places = { districts: Set<string>; cities: Set<string>; names: Set<string>; numbered: Set<string> };

/** Reads the places out of a plain text. */
export function placesIn(plain: string): Places {
  const districts = new Set(plain.match(DISTRICT) ?? []);
  const cities = citiesIn(plain);
  const names = new Set((plain.match(NAMED) ?? []).filter((name) => !UNSPECIFIC.test(name)).map((name) => name.slice(-6)));
  const numbered = new Set(plain.match(NUMBERED) ?? []);
  return { districts, cities, names, numbered };
}

function citiesIn(plain: string): Set<string> {
  return new Set([...(plain.match(CITY) ?? []), ...(plain.match(DISTRICT) ?? []).map((code) => code.slice(0, 1))]);
}

const LEADING =
  /^(?:唔该|请问|麻烦|我们|我家|家住|住在|位于|关于|反映|投诉|举报|希望|建议|请求|在|到|从|是|的|和|与|及|请|把|对|给)+(?=.{2})/u;

/** The words of place in a plain text, the exact ones first. */
export function placeWords(plain: string): string[] {
  const { districts, names, numbered } = placesIn(plain);
  const known = [...names].map((name) => name.replace(LEADING, ""));
  const others = namesIn(plain).flatMap(({ written }) =>
    plain.includes(written) && !known.some((name) => name.includes(written)) ? written : [],
  );
  return [...new Set([...known, ...others, ...numbered, ...districts])];
}

const FEW_LETTERS = 14;

/** Whether a text is short and names neither a place nor a number, so that alone it says little. */
export function saysLittle(plain: string): boolean {
  const { districts, names, numbered } = placesIn(plain);
  return plain.length <= FEW_LETTERS && districts.size + names.size + numbered.size === 0;
}

const ANCHOR =
  /([\p{Script=Han}a-z\d]{1,2})(小区|社区|街道|大道|中学|小学|学校|幼儿园|医院|广场|市场|公园|号线|路|街|巷|村|镇|乡|苑|城|园|府|湾|桥|站|栋|期)/gu;
const POINTING = /[我们本这那个该各某的是在有和到从与及为请对把被于住家每全整条所些座此附近周边面前后旁上下两老新农]$/u;
const DIGITS = "零一二三四五六七八九";
const SHORT = 80;
const NO_LINE: Bare = { letters: "", sound: "" };

/** The names of a text's places by kind: for 三号路 under 路 the sound of 三号. */
export function anchorsIn(plain: string): Map<string, Set<string>> {
  const anchors = new Map<string, Set<string>>();
  for (const [, name = "", kind = ""] of plain.matchAll(ANCHOR)) {
    if (POINTING.test(name)) continue;
    const key = soundOf(name.replace(/\d/g, (digit) => DIGITS[Number(digit)] as string));
    anchors.set(kind, (anchors.get(kind) ?? new Set()).add(key));
  }
  return anchors;
}

/** How the named places of two texts stand: -1 two of one kind differ and none is shared, 0 nothing to compare, 1 some shared and some differ, 2 shared. */
export function anchorRelation(a: Map<string, Set<string>>, b: Map<string, Set<string>>): number {
  let shared = 0;
  let differing = 0;
  for (const [kind, names] of a) {
    const others = b.get(kind);
    if (!others) continue;
    if ([...names].some((name) => others.has(name))) shared += 1;
    else differing += 1;
  }
  if (shared === 0) return differing > 0 ? -1 : 0;
  return differing > 0 ? 1 : 2;
}

/** The places that tell where a text belongs: names and numbered parts where it is short enough to be about one place only, and the cities of its first sentence. */
export type Placed = { names: readonly PlaceName[]; parts: ReadonlySet<string>; cities: ReadonlySet<string> };

/** A text with all the names in it, however long it is. */
type Whole = Named & { plain: string };

/** The same with the text as it sounds and without what only fills it; empty where it is too long. */
export type Located = Placed & Named & { line: Bare; whole: Whole };

/** Reads where a text belongs from what was said, its plain form and the plain form of its first sentence. */
export function placedAt(said: string, plain: string, title: string): Placed {
  return { names: plain.length <= SHORT ? namesIn(plain) : [], parts: partsOf(said, plain), cities: citiesIn(title) };
}

/** The same of a text that has been read further, with what is needed to hold it against another. */
export function located(said: string, plain: string, { names, sound }: Named, cities: ReadonlySet<string>): Located {
  const parts = partsOf(said, plain);
  const whole = { names, sound, plain };
  if (plain.length > SHORT) return { names: [], parts, sound: "", cities, line: NO_LINE, whole };
  return { names, parts, sound, cities, line: bareLine(plain), whole };
}

/** Whether a question's place is none of a group's: another city, another number of a building, a name where the group has only others, or one sentence about two names. `seen`: those of its members that are at hand. */
export function outOfPlace(question: Located, group: Placed, seen: readonly Located[]): boolean {
  if (disjoint(question.cities, group.cities) || partsConflict(question.parts, group.parts)) return true;
  if (seen.some((member) => saysSameOfTwo(question, member))) return true;
  if (seen.some((member) => namesRelation(question, member) === 1)) return false;
  return namesRelation(question, { names: group.names, sound: "" }) < 0;
}

/** Whether two lines say one sentence, or two letters nearly all the same, about two names, and name no place in common besides. */
export function saysSameOfTwo(a: Located, b: Located): boolean {
  return (namesRelation(a, b) < 1 && onlyNamesDiffer(a.line, b.line)) || isOneTemplate(a.whole, b.whole);
}

/** Of the pairs of letters besides the names. No two of the open letters that belong together come near it with other names. */
const ALIKE_BESIDES = 0.75;

/** Letters name many places, so that their names alone shut nothing out; but where little else differs, they are what differs. */
function isOneTemplate(a: Whole, b: Whole): boolean {
  if (Math.max(a.plain.length, b.plain.length) <= SHORT || namesRelation(a, b) >= 0) return false;
  const [one, other] = [pairsIn(withoutNames(a)), pairsIn(withoutNames(b))];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared >= ALIKE_BESIDES * Math.max(one.size, other.size);
}

function pairsIn(letters: string): Set<string> {
  return new Set(Array.from(letters).map((letter, place, all) => `${letter}${all[place + 1] ?? ""}`));
}

const NO_PARTS: ReadonlySet<string> = new Set();
const partsOf = (said: string, plain: string) => (plain.length <= SHORT ? partsIn(said, plain) : NO_PARTS);

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
}

/** Whether two lines are about one place: a name they share, and of no kind that both name another one only. */
export function inOnePlace(a: Located, b: Located): boolean {
  if (namesRelation(a, b) !== 1) return false;
  const others = (name: PlaceName) => b.names.filter(({ kind }) => kind === name.kind);
  return a.names.every(
    (name) => others(name).length === 0 || a.names.some((one) => b.names.some((other) => other.kind === name.kind && sameName(one, other))),
  );
}
