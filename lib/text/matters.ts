import { inOnePlace, type Located } from "./places";

/** Matters of a town that befall a place as a whole, by the words that tell them. */
const MATTERS: readonly RegExp[] = [
  /停水|[没断无冇]水|水停|没有(?:自来)?水|滴水(?:都|也)?[没不]|水压|不出水|来水|供水|水管/u,
  /停电|[没断无冇]电(?!梯|话)|没有电|跳闸|来电(?!话)|供电/u,
  /暖气|供暖|供热/u,
  /燃气|煤气|天然气/u,
  /路灯|照明/u,
  /噪音|噪声|扰民|吵/u,
  /油烟/u,
  /垃圾/u,
  /停车|违停|车位/u,
  /堵车|拥堵|塞车|堵[了着得]|这么堵/u,
  /积水|内涝|水淹/u,
  /下水道|污水/u,
  /电梯/u,
  /坑洼|路面|大坑|修路|道路破损/u,
  /违建|违章|搭建/u,
  /公交|\d路车/u,
  /入学|学区|学位|招生/u,
  /幼儿园/u,
  /房产证|不动产证|产权证/u,
  /交房|烂尾|停工/u,
  /物业/u,
  /拆迁|安置|征收/u,
  /施工|工地|渣土/u,
  /[狗犬]/u,
  /红绿灯|斑马线/u,
];
/** Those that befall all who live there alike: water, power, heat, gas, lamps, traffic, flooding, a lift. */
const OF_ALL = [0, 1, 2, 3, 4, 9, 10, 12].reduce((mask, index) => mask | (1 << index), 0);
/** Named beside another matter it is who was asked, not what it is about. */
const PROPERTY = 1 << 20;
const LINE = 60;

/** What matterRelation needs of a text. */
type Told = { plain: string; matters: number; requests: number; where: Located };

/** How two lines stand by their matters and named places: 1 one matter that befalls all of one place, -1 different matters or another request about one that befalls all, 0 nothing to say. */
export function matterRelation(a: Told, b: Told): -1 | 0 | 1 {
  if (a.plain.length > LINE || b.plain.length > LINE || a.matters === 0 || b.matters === 0) return 0;
  if ((a.matters & b.matters) === 0) return -1;
  if (aboutOf(a) !== aboutOf(b) || (aboutOf(a) & ~OF_ALL) !== 0) return 0;
  if (a.requests !== b.requests) return -1;
  return inOnePlace(a.where, b.where) ? 1 : 0;
}

const aboutOf = ({ matters }: Told) => matters & ~PROPERTY || matters;

/** The matters a plain text tells, one bit each. */
export function mattersIn(plain: string): number {
  return MATTERS.reduce((found, matter, index) => (matter.test(plain) ? found | (1 << index) : found), 0);
}

/** The words that tell a matter both texts are about, as the first of them says it. */
export function matterWords(a: string, b: string): string[] {
  return MATTERS.flatMap((matter) => (matter.test(b) ? (matter.exec(a)?.[0] ?? []) : []));
}
