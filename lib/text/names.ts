import { soundOf } from "./sounds";

/** Kinds of place that make the letters before them a name, whatever it is, longest first. */
const KINDS =
  "商业广场|购物中心|农贸市场|菜市场|幼儿园|汽车站|火车站|地铁站|新村|小区|社区|街道|大街|大道|大厦|大桥|广场|花园|花苑|家园|公寓|公园|中学|小学|学校|学院|大学|医院|市场|商场|超市|胡同|号线|号院|公路|道(?=一带|路段|附近)|路|街|巷|里|村|苑|城(?!大街|大道|[小中大]学|医院|公园|广场|[路街](?!灯))|镇|乡|庄|屯|坊|轩|湾";
const NAME = new RegExp(`([\\p{Script=Han}a-z\\d]{1,4}?)(${KINDS})(?![灯面况费牌障政基边头程])`, "gu");
const DISTRICTS = /[a-z]\d{0,2}[市区县]/gu;
/** What stands before a name and is no part of it. */
const BEFORE = /^.*(?:[在到从是的与及请把对给们你他去住了吗呢问这那]|投诉|反映|举报|请求|建议|咨询|希望|关于|位于|求助)/u;
/** The last letter of what only points at a place, or makes a word of its own with the kind: 马路, 家里, 农村. */
const NO_NAME =
  /[我本哪该各每某有为被于全整条所些座此附近周边面前后旁上下老农乡城集进出来回走马公铁道线电修堵迷半通水屋心夜手院区镇店厂房车箱间子内商县市省网几个着过没不也都就又还再很太多少等让向往由同种类段处千百村小大机朵架天廊比]$/u;
const GENERIC =
  /(?:放学|上学|上班|下班|民办|公办|公立|私立|定点|专科|三甲|附属|职业|高等|重点|孩子|小孩|学生|什么|任何|其他|其它|正规|普通|大型|中小|本地|当地|外地|主干|快速|高速|机动|人行|步行|公交|门口|对面|隔壁|所在|新建|主要|物业|消防|商品|住宅|安置|水泥|泥泞|交叉|十字|花园|小区|社区|学校|医院|广场|大学|中学|小学|公园|市场|家|新|这|那|一)$/u;
/** Streets whose names are words that elsewhere are none. */
const STREET_CALLED = /(希望)(?:路|大街|大道)$/u;
const STREET_OF_A_TOWN = /[\p{Script=Han}]城(?:路|街|大街|大道)$/u;
/** Kinds so wide that a name of another kind may lie inside. */
const WIDE = new Set(["街道", "镇", "乡"]);
const NUMBER = /\d+号?$/;
const DIGITS = "零一二三四五六七八九";
const TENS = /([二三四五六七八九])?十([一二三四五六七八九])?(?=[号路街巷里村组])/gu;
const DIGIT = /[一二三四五六七八九](?=[号路街巷里村组])/gu;
const LETTERS_OF_A_KEY = 2;
const LETTERS_EXCHANGED = 3;

/** The names of places in a text: for 三号路 its kind 路 and as key its number, for others the sound of the last two letters of the name. `letters`: the sounds of the last three in an order of their own; `written`: with digits for numbers. */
export type PlaceName = { key: string; kind: string; letters: string; written: string };

/** Reads the names of places out of a plain text, known or never heard of. */
export function namesIn(plain: string): PlaceName[] {
  const names: PlaceName[] = [];
  for (const [, before = "", kind = ""] of inDigits(plain.replace(DISTRICTS, " ")).matchAll(NAME)) {
    const name = STREET_CALLED.exec(`${before}${kind}`)?.[1] ?? before.replace(BEFORE, "");
    if (name === "" || (NO_NAME.test(name) && !STREET_OF_A_TOWN.test(`${name}${kind}`)) || GENERIC.test(name)) continue;
    const sound = soundOf(name);
    const key = NUMBER.exec(name)?.[0] ?? sound.slice(-LETTERS_OF_A_KEY);
    const letters = [...sound.slice(-LETTERS_EXCHANGED)].sort().join("");
    if (!names.some((one) => one.key === key && one.kind === kind)) names.push({ key, kind, letters, written: `${name}${kind}` });
  }
  return names;
}

/** Whether two names may be one place: 幸福里小区 and 幸福小区, a name with its letters exchanged, 东街 and 靠东街; numbers only with their kind. */
export function sameName(a: PlaceName, b: PlaceName): boolean {
  if (NUMBER.test(a.key) || NUMBER.test(b.key)) return a.key.replace("号", "") === b.key.replace("号", "") && a.kind === b.kind;
  if (a.key.endsWith(b.key) || b.key.endsWith(a.key)) return true;
  return (a.key[0] === b.key[1] && a.key[1] === b.key[0]) || (a.letters.length === LETTERS_EXCHANGED && a.letters === b.letters);
}

/** What is needed of a text to hold its names against those of another. `sound`: the whole text as it sounds. */
export type Named = { names: readonly PlaceName[]; sound: string };

/** How the names of two texts stand: -2 two of one kind differ and none is shared, -1 none is shared, 0 one of them names nothing, 1 one at least is shared or said by the other in passing. */
export function namesRelation(a: Named, b: Named): -2 | -1 | 0 | 1 {
  if (a.names.length === 0 || b.names.length === 0) return 0;
  if (a.names.some((one) => b.names.some((other) => sameName(one, other)))) return 1;
  if (saidIn(a.names, b.sound) || saidIn(b.names, a.sound)) return 1;
  if (a.names.some((one) => b.names.some((other) => one.kind === other.kind))) return -2;
  return a.names.every(isWide) || b.names.every(isWide) ? 0 : -1;
}

/** What a text says besides the names in it. */
export function withoutNames({ plain, names }: { plain: string; names: readonly PlaceName[] }): string {
  return names.reduce((rest, { written }) => rest.replaceAll(written, ""), inDigits(plain)).replaceAll(" ", "");
}

/** How many names of a text another one shares. */
export function sharedNames(a: Named, b: Named): number {
  let shared = 0;
  for (const one of a.names) if (b.names.some((other) => sameName(one, other))) shared += 1;
  return shared;
}

const isWide = ({ kind }: PlaceName) => WIDE.has(kind);

function saidIn(names: readonly PlaceName[], sound: string): boolean {
  return names.some(({ key }) => key.length === LETTERS_OF_A_KEY && !NUMBER.test(key) && sound.includes(key));
}

function inDigits(plain: string): string {
  const digit = (letter: string | undefined, none: string) => (letter === undefined ? none : String(DIGITS.indexOf(letter)));
  return plain
    .replace(TENS, (_, tens?: string, ones?: string) => `${digit(tens, "1")}${digit(ones, "0")}`)
    .replace(DIGIT, (letter) => digit(letter, ""));
}
