import { dayOf, shownAt, timeOf } from "@/lib/time/zones";
import type { StandingBody } from "./bodies";

/** What the account says around its standing answers; see acknowledging.ts for what stands in `personText`. */
export type StandingTexts = { welcomeText: string; menuLead: string; personText: string };
/** Said until an officer has saved others. Residents read Chinese; each text says that a machine sends it. */
export const DEFAULT_STANDING_TEXTS: StandingTexts = {
  welcomeText: "您好，欢迎关注。有事请直接打字：什么地方、什么事，值班员答复您。",
  menuLead: "回复数字，马上看到：",
  personText: "好的，已请值班员来答，{when}回复您。请接着打字说清楚：什么地方、什么事。急事请拨{hotline}。〔自动回复〕",
};

/**
 * What is said in the answer to a push: a text, one card, or a picture that WeChat has. `text`: the same as officers read it, and as it
 * is kept.
 */
export type SelfReply =
  | { kind: "text"; text: string }
  | { kind: "article"; text: string; title: string; description: string; url: string; pictureUrl: string }
  | { kind: "picture"; text: string; mediaId: string };

/** What is told of an answer: when it is true, whether that was too long ago, and who says so. `timeZone`: by whose clocks residents read it. */
type Told = { name: string; body: StandingBody; source: string; asOf: Date | null; isStale?: boolean };
type Clock = { at: Date; timeZone: string };
/** A line of a menu; one without a number is reached by the words of its name. */
export type Offered = { number: number | null; name: string };

/** UTF-8 bytes of a text in WeChat's answer to a push (protocol section 3.3). */
const MOST_BYTES = 2_048;
const TO_A_PERSON = "没答到？回复0找值班员。";
const MENU_FOOT = "没有您要的？直接打字，或回复0找值班员。〔自动回复〕";

/** One standing answer as a resident gets it: its text with its stamp, its source, and how to reach a person. */
export function replyOf(told: Told, below: readonly Offered[], clock: Clock): SelfReply {
  const { name, body } = told;
  const head = `【常备答复】${name}`;
  const stamp = stampOf(told, clock);
  if (body.kind === "text") return textReply([head, body.text, stamp, TO_A_PERSON]);
  if (body.kind === "menu") return { kind: "text", text: listed([head, body.lead], below, [stamp, TO_A_PERSON]) };
  if (body.kind === "picture") return { kind: "picture", text: [head, "（图片）", stamp, TO_A_PERSON].join("\n"), mediaId: body.mediaId };
  const [article] = body.articles;
  const description = [article.description, stamp, TO_A_PERSON].filter((line) => line !== "").join("\n");
  return { kind: "article", ...article, description, text: [head, article.title, description, article.url].join("\n") };
}

/** The same as an officer would say it to one who asks: its words, its stamp and its source. Null for a picture and a menu, which say nothing by themselves. */
export function saidByOfficer(told: Told, clock: Clock): string | null {
  const { body } = told;
  if (body.kind === "menu" || body.kind === "picture") return null;
  const [article] = body.kind === "articles" ? body.articles : [null];
  const lines = body.kind === "text" ? [body.text] : [article?.title, article?.description, article?.url];
  return [...lines, stampOf(told, clock)].filter((line) => line).join("\n");
}

/** 截至22日07:00，来源：区气象局。 Another month and another year are named, and what may be out of date. */
export function stampOf({ source, asOf, isStale = false }: Pick<Told, "source" | "asOf" | "isStale">, { at, timeZone }: Clock): string {
  if (asOf === null) return isStale ? `内容可能已过时，来源：${source}。` : `来源：${source}。`;
  const [day, today] = [dayOf(asOf, timeZone), dayOf(at, timeZone)];
  const shown = shownAt(asOf, timeZone);
  const month = day.slice(0, 7) === today.slice(0, 7) ? "" : `${shown.getUTCMonth() + 1}月`;
  const year = day.slice(0, 4) === today.slice(0, 4) ? "" : `${shown.getUTCFullYear()}年`;
  const moment = `截至${year}${month}${shown.getUTCDate()}日${timeOf(asOf, timeZone)}`;
  return isStale ? `数据${moment}，可能已过时，来源：${source}。` : `${moment}，来源：${source}。`;
}

/** What is offered, under the account's own words; null when nothing is. */
export function menuOf({ menuLead }: StandingTexts, offered: readonly Offered[]): SelfReply | null {
  return offered.length === 0 ? null : { kind: "text", text: listed([menuLead], offered, [MENU_FOOT]) };
}

/** To somebody who follows the account: what it is for, and what it offers; null when it offers nothing. */
export function welcomeOf({ welcomeText, menuLead }: StandingTexts, offered: readonly Offered[]): SelfReply | null {
  return offered.length === 0 ? null : { kind: "text", text: listed([welcomeText, menuLead], offered, [MENU_FOOT]) };
}

/** To a tap on a menu whose answer is over, or is no more. */
export function goneOf(name: string | null): SelfReply {
  return textReply([
    name === null ? "这一栏已经停用。" : `“${name}”现在没有有效的内容。`,
    "请直接打字问值班员，或回复“菜单”看其他栏目。〔自动回复〕",
  ]);
}

function textReply(lines: readonly string[]): SelfReply {
  return { kind: "text", text: lines.join("\n") };
}

/** As many of the lines as WeChat takes. */
function listed(head: readonly string[], offered: readonly Offered[], foot: readonly string[]): string {
  const lines: string[] = [];
  let bytes = bytesOf([...head, ...foot].join("\n"));
  for (const { number, name } of offered) {
    const line = number === null ? name : `${number} ${name}`;
    bytes += bytesOf(line) + 1;
    if (bytes > MOST_BYTES) break;
    lines.push(line);
  }
  return [...head, ...lines, ...foot].join("\n");
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
