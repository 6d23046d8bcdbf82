import type { AcknowledgementSettings, Waiting } from "./acknowledging";
import { isStale, isStopped, servedOf } from "./freshness";
import { compile, type Matcher, match } from "./match";
import type { StandingAnswer, StandingInForce } from "./queries";
import type { Category } from "./rules";
import { goneOf, menuOf, type Offered, replyOf, type SelfReply, type StandingTexts, welcomeOf } from "./words";

/** All that an account may answer by itself, whether in its time or not, and who waited when it was read, where the account wants it said. */
export type Kept = {
  answers: readonly StandingInForce[];
  texts: StandingTexts & AcknowledgementSettings;
  timeZone: string;
  waiting: Waiting;
};
/** The same, ready to answer. */
export type AtHand = Kept & { inTime: (at: Date) => InTime };
type InTime = { answers: ReadonlyMap<string, StandingInForce>; offered: readonly Offered[]; matcher: Matcher };

/** How somebody came to it. */
type Means = "number" | "keyword" | "menuClick" | "welcome" | "menu" | "person";
/** What the account says by itself, and what of it is counted: ids, no words. */
export type SelfAnswer = {
  reply: SelfReply;
  asked: { answerId: string | null; versionId: string | null; ruleId: string | null; means: Means };
};

/** The key of a button in WeChat's custom menu that stands for a standing answer, or for the menu itself. */
const KEY = /^jida:(menu|[0-9a-f-]{36})$/;
const NOTHING = { answerId: null, versionId: null, ruleId: null } as const;

/** Makes a matcher of what is in its time. */
type Compiler = (answers: readonly StandingInForce[]) => Matcher;

/** A compiler that makes the matcher anew only when what it decides by has changed: with a thousand rules it takes some 25 ms. */
export function keepingCompiler(): Compiler {
  let kept: { key: string; matcher: Matcher } | null = null;
  return (answers) => {
    // Rules belong to a version, which never changes.
    const key = JSON.stringify(answers.map(({ versionId, category: { number, name, leadsTo } }) => [versionId, number, name, leadsTo]));
    if (kept?.key !== key) kept = { key, matcher: compile(answers.map(({ category }) => category)) };
    return kept.matcher;
  };
}

/** Makes what is kept ready to answer. What holds is looked at anew only when the time of one begins or ends. */
export function atHand(kept: Kept, compiler: Compiler = keepingCompiler()): AtHand {
  const turns = kept.answers
    .flatMap(({ validFrom, validUntil, freshUntil }) => [validFrom, validUntil, freshUntil])
    .flatMap((turn) => turn?.getTime() ?? []);
  let held: { from: number; until: number; inTime: InTime } | null = null;
  return {
    ...kept,
    inTime: (at) => {
      const now = at.getTime();
      if (held === null || now < held.from || now >= held.until) {
        const from = Math.max(Number.NEGATIVE_INFINITY, ...turns.filter((turn) => turn <= now));
        const until = Math.min(Number.POSITIVE_INFINITY, ...turns.filter((turn) => turn > now));
        held = { from, until, inTime: inTimeAt(kept.answers, at, compiler) };
      }
      return held.inTime;
    },
  };
}

/** Whether an answer's own time has begun and is not over. */
export function isInTime({ validFrom, validUntil }: Pick<StandingInForce, "validFrom" | "validUntil">, at: Date): boolean {
  return (validFrom === null || validFrom <= at) && (validUntil === null || validUntil > at);
}

/** Whether an answer may be sent at an instant: it is in its time, and not so old that it was to stop. */
export function isSent(answer: StandingInForce, at: Date): boolean {
  return isInTime(answer, at) && !isStopped(answer, at);
}

/** The same of one as the desk shows it. */
export function isGiven({ published, feed }: Pick<StandingAnswer, "published" | "feed">, at: Date): boolean {
  return published !== null && isInTime(published, at) && !isStopped(servedOf(published, feed), at);
}

/**
 * What the account says by itself to the whole text of a message; null: it is for a person, as everything is where nothing is offered.
 * To somebody who asks for a person: see personTextOf().
 */
export function answerToText(hand: AtHand, text: string, at: Date): SelfAnswer | null {
  const { answers, offered, matcher } = hand.inTime(at);
  const outcome = answers.size === 0 ? null : match(matcher, text);
  if (outcome === null) return null;
  if (outcome.kind !== "category")
    return outcome.kind === "menu"
      ? saying(menuOf(hand.texts, offered), "menu")
      : saying({ kind: "text", text: hand.texts.personText }, "person");
  const answer = answers.get(outcome.categoryId);
  return answer ? given(hand, answer, at, { ruleId: outcome.ruleId, means: outcome.why.by === "number" ? "number" : "keyword" }) : null;
}

/** The same to a tap on the account's custom menu. One that is over says so; null: the button is none of ours. */
export function answerToTap(hand: AtHand, key: string | null, at: Date): SelfAnswer | null {
  const id = KEY.exec(key ?? "")?.[1];
  if (id === undefined) return null;
  const { answers, offered } = hand.inTime(at);
  if (id === "menu") return saying(menuOf(hand.texts, offered) ?? goneOf(null), "menu");
  const answer = answers.get(id);
  if (answer) return given(hand, answer, at, { ruleId: null, means: "menuClick" });
  const over = hand.answers.find((one) => one.id === id);
  return { reply: goneOf(over?.category.name ?? null), asked: { ...NOTHING, answerId: over?.id ?? null, means: "menuClick" } };
}

/** What somebody reads who has just followed the account; null where nothing is offered. */
export function welcomeAnswer(hand: AtHand, at: Date): SelfAnswer | null {
  return saying(welcomeOf(hand.texts, hand.inTime(at).offered), "welcome");
}

function inTimeAt(kept: readonly StandingInForce[], at: Date, compiler: Compiler): InTime {
  const now = kept.filter((answer) => isSent(answer, at));
  const answers = new Map(now.map((answer) => [answer.id, answer]));
  const offered = now.filter(({ parentId, category }) => parentId === null && category.number !== null).map(lineOf);
  return { answers, offered, matcher: compiler(now) };
}

function given(hand: AtHand, answer: StandingInForce, at: Date, how: { ruleId: string | null; means: Means }): SelfAnswer {
  const below = [...hand.inTime(at).answers.values()].filter(({ parentId }) => parentId === answer.id).map(lineOf);
  const reply = replyOf({ ...answer, name: answer.category.name, isStale: isStale(answer, at) }, below, { at, timeZone: hand.timeZone });
  return { reply, asked: { answerId: answer.id, versionId: answer.versionId, ...how } };
}

function saying(reply: SelfReply | null, means: Means): SelfAnswer | null {
  return reply && { reply, asked: { ...NOTHING, means } };
}

const lineOf = ({ category: { number, name } }: { category: Pick<Category, "number" | "name"> }): Offered => ({ number, name });
