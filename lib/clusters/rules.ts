import { after, DAY } from "@/lib/time/rules";

/** How much an officer may rely on a question's place in its cluster. */
export type Confidence = "sure" | "likely" | "doubtful";

/** Why a question stands in its cluster, in residents' words: what it shares with the one it is like, and what only one of them says. */
export type Reasons = { place: string[]; matter: string[]; differing: string[] };

/** What officers' lessons change in the decision: a logit l becomes l × scale + shift. */
export type Tuning = { scale: number; shift: number };

/**
 * What was measured of a tuning: from how many lessons it learnt, and on how many of other clusters it was held against the one in
 * force. `loss`: mean log loss; `wrong`: lessons that it contradicts.
 */
export type TuningFigures = {
  learnt: number;
  held: number;
  lossBefore: number;
  lossAfter: number;
  wrongBefore: number;
  wrongAfter: number;
};

/** Pairs that one act of an officer teaches, at most: a merge of hundreds says no more than one of twenty. */
export const MOST_LESSONS = 20;
/** Held back lessons below which nothing is believed to be better. */
const FEWEST_HELD = 10;
/** Lessons that must have come since the last tuning, or since it was taken back, before the night tunes again. */
export const FRESH_LESSONS = 20;

/** Whether a tuning may take effect: it errs less on what it did not learn from, and contradicts no more of it. */
export function isBetter({ held, lossBefore, lossAfter, wrongBefore, wrongAfter }: TuningFigures): boolean {
  return held >= FEWEST_HELD && lossAfter < lossBefore && wrongAfter <= wrongBefore;
}

/** Characters of a question that it is grouped by. */
export const GROUPED_LENGTH = 200;
const NOT_SOLVED =
  /[未没沒冇](?:有|人|能|曾|被|得到|及时|及時|有效|真正|彻底|徹底)*(?:解[决決]|答[复復]|回[复復]|[处處]理|管|用)|[无無]人(?:[处處]理|管)|不管用|[还還]是(?:[没沒]|不行|老[样樣]子)|答非所[问問]|根本[没沒]/u;
/** How long an answered question still draws new ones to its cluster. */
export const STILL_DRAWS = 3 * DAY;
/** From so many recipients on a colleague has to approve a group answer. */
export const APPROVAL_FROM = 50;
/** The longest an answer may go on by itself. */
export const MAX_GOING_ON = 3 * DAY;
export const MAX_MEMBERS = 5_000;

/** Since when an answer must have been written to be offered to those who come later. */
export function offersSince(now: Date): Date {
  return after(now, -STILL_DRAWS);
}

const PHONE_OR_ID = /\d[\d\s-]{5,}\d[\dXx]?/g;
const DAY_IN_DIGITS = /^20\d{2}[01]\d[0-3]\d$/;
const INTRODUCED = /(?:我叫|我是|本人|姓名[:：]?\s*)([\p{Script=Han}]{2,4}?)(?=[，,。.、；;！!\s的住在（(]|$)/gu;
/** 张建国家停水: a common surname and one or two letters where a sentence begins, and what befell their home. */
const AT_HOME =
  /(?:^|[^\p{Script=Han}])([赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘范彭鲁韦马方任袁柳唐薛雷贺汤罗郝常于傅康伍余顾孟黄萧尹姚邵汪毛戴宋熊纪项祝董梁杜季贾江郭梅林钟徐邱高夏蔡田樊胡万卢丁邓洪石崔龚程邢陆][\p{Script=Han}]{1,2})家(?=里|中|停|没|断|的[水电气])/gu;
const NOBODYS_NAME =
  /^(?:一|这|那|住|个|本|业主|居民|市民|村民|家长|群众|学生|老师|司机|乘客|商户|租户|员工|职工|你|您|他|她|来|在|想|要|为|不|的|被|从|曹)/u;

/**
 * Names and numbers of single members that an answer to all must not hold: digits of seven and more, and names that somebody
 * gave as one's own, which no more than one of the members wrote.
 * @param said the words of each resident
 */
export function namesOfMembers(text: string, said: readonly string[]): string[] {
  const owners = new Map<string, number>();
  for (const words of said) for (const detail of detailsIn(words)) owners.set(detail, (owners.get(detail) ?? 0) + 1);
  const bare = bareOf(text);
  return [...owners].filter(([detail, count]) => count === 1 && bare.includes(detail)).map(([detail]) => detail);
}

/** What each resident said, in however many questions: what one says twice is still nobody else's. */
export function wordsOfEach(questions: readonly { threadId: string; said: string | null }[]): string[] {
  const words = new Map<string, string>();
  for (const { threadId, said } of questions) if (said) words.set(threadId, `${words.get(threadId) ?? ""}\n${said}`);
  return [...words.values()];
}

/** What a cluster is about without any part that holds a name or number which one of its members gave. */
export function namelessTitle(title: { place: string; matter: string }, said: readonly string[]): { place: string; matter: string } {
  const details = said.flatMap((words) => [...detailsIn(words)]);
  const nameless = (part: string) => (details.some((detail) => bareOf(part).includes(detail)) ? "" : part);
  return { place: nameless(title.place), matter: nameless(title.matter) };
}

/** Whether a resident says that an answer did not help: 未解决, 没解决, 还是不行. */
export function saysNotSolved(text: string): boolean {
  return NOT_SOLVED.test(text.normalize("NFKC"));
}

function detailsIn(words: string): Set<string> {
  const plain = words.normalize("NFKC");
  const numbers = (plain.match(PHONE_OR_ID) ?? []).map(bareOf).filter((number) => number.length >= 7 && !DAY_IN_DIGITS.test(number));
  const given = [...plain.matchAll(INTRODUCED), ...plain.matchAll(AT_HOME)].map(([, name = ""]) => name);
  const names = given.filter((name) => !NOBODYS_NAME.test(name));
  return new Set([...numbers, ...names]);
}

/** A text as its digits and letters follow each other, whatever their width and whatever stands between. */
function bareOf(text: string): string {
  return text.normalize("NFKC").replace(/[-\s]/g, "");
}
