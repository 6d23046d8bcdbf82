import { addDutyMinutes, type DutyHours, dutyMinutesBetween, isDuty } from "@/lib/sla/calendar";
import type { StartedClock } from "@/lib/sla/terms";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import { dayNumber, dayOf, daysLater, shownAt, timeOf, weekdayOf } from "@/lib/time/zones";

/** Why a message that opens a question is told by itself that it came: nobody is on duty, many wait, its resident is new here. */
export const ACKNOWLEDGEMENT_RULES = ["outside", "queue", "first"] as const;
export type AcknowledgementRule = (typeof ACKNOWLEDGEMENT_RULES)[number];

/** By which rules an account does so, in which words. `queueFrom`: matters that wait. `firstDays`: without a word from the resident. */
export type AcknowledgementSettings = {
  outsideOn: boolean;
  outsideText: string;
  queueOn: boolean;
  queueFrom: number;
  queueText: string;
  firstOn: boolean;
  firstDays: number;
  firstText: string;
  hotline: string;
};

/** Until an officer has saved others. */
export const DEFAULT_ACKNOWLEDGEMENTS: AcknowledgementSettings = {
  outsideOn: true,
  outsideText: "已收到。现在不是值班时间，值班员{back}起按先后答复您，不用重复发。急事请拨{hotline}。〔自动回复〕",
  queueOn: false,
  queueFrom: 30,
  queueText: "已收到。现在来信很多，您前面约有{waiting}件，{expected}，值班员会逐件答复，不用重复发。急事请拨{hotline}。〔自动回复〕",
  firstOn: false,
  firstDays: 30,
  firstText: "已收到，值班员{when}答复您。请接着打字说清楚：什么地方、什么事。〔自动回复〕",
  hotline: "12345",
};

/**
 * Matters of an account that wait for a first word or another one, as most as `MOST_COUNTED` tells, and those that were answered for
 * the first time or closed in the hour before `countedAt`. Who asks the same counts once: one answer is for all of them.
 */
export type Waiting = { waiting: number; dealt: number; countedAt: Date };
/** What holds for a message: the clock it starts if it opens a question, the account's hours, and who waits before it. */
export type Moment = { at: Date; clock: Pick<StartedClock, "dueAt" | "targetMinutes" | "countedFrom">; hours: DutyHours; queue: Waiting };
/** `unlessSince`: it is for residents of whom nothing that asks for an answer has come since; null: for everybody. */
export type Acknowledgement = { rule: AcknowledgementRule; text: string; unlessSince: Date | null };

/** What a text may name, and what stands there at most. */
export const PLACEHOLDERS = {
  outsideText: ["back", "when", "hotline"],
  queueText: ["waiting", "expected", "hotline"],
  firstText: ["when", "hotline"],
  personText: ["when", "hotline"],
} as const;
type Placeholder = (typeof PLACEHOLDERS)[keyof typeof PLACEHOLDERS][number];

/** More are told as "more than". */
export const MOST_COUNTED = 2_000;
/** UTF-8 bytes of a text in WeChat's answer to a push (protocol section 3.3). */
const MOST_BYTES = 2_048;
/** Fewer in an hour say nothing about the next one. */
const LEAST_DEALT = 3;
const UNKNOWN = "要等多久现在说不准";
const LONGEST: Record<Exclude<Placeholder, "hotline">, string> = {
  back: "12月30日周三10:30",
  when: "12月30日周三10:30前",
  waiting: `${MOST_COUNTED}多`,
  expected: "大约要等到12月30日周三10:30",
};
const BRACES = /[{}｛｝]/;

/** The one text with which an account tells a message by itself that it came, if that opens a question and is answered by nothing else. */
export function acknowledgementOf(settings: AcknowledgementSettings, moment: Moment): Acknowledgement | null {
  const rule = pressing(settings, moment);
  if (rule) return { rule, text: filled(settings[`${rule}Text`], settings, moment), unlessSince: null };
  if (!settings.firstOn) return null;
  const unlessSince = after(moment.at, -settings.firstDays * 24 * HOUR);
  return { rule: "first", text: filled(settings.firstText, settings, moment), unlessSince };
}

/** What somebody reads who asks for a person. Where that takes longer than usual and the account says so, it says so here. */
export function personTextOf(settings: AcknowledgementSettings & { personText: string }, moment: Moment): string {
  const rule = pressing(settings, moment);
  return filled(rule ? settings[`${rule}Text`] : settings.personText, settings, moment);
}

/**
 * The same to somebody whose question is open: its clock is its own, of another kind or of a danger that knows no hours, and began before,
 * so that nothing is said of when.
 */
export function joinedTextOf({ hotline }: Pick<AcknowledgementSettings, "hotline">): string {
  return `好的，值班员会接着答复您，不用重复发。请接着打字说清楚：什么地方、什么事。急事请拨${hotline}。〔自动回复〕`;
}

/** A text with what its placeholders stand for at a moment. */
export function filled(text: string, { hotline }: Pick<AcknowledgementSettings, "hotline">, moment: Moment): string {
  const values: Record<Placeholder, () => string> = {
    back: () => instantWords(moment.clock.countedFrom ?? moment.at, moment),
    when: () => whenWords(moment),
    waiting: () => (moment.queue.waiting > MOST_COUNTED ? LONGEST.waiting : String(moment.queue.waiting)),
    expected: () => expectedWords(moment),
    hotline: () => hotline,
  };
  return replaced(text, (name) => values[name]());
}

/** Why one of the texts would not do: it does not say what it is, names what is not known there, or is longer than WeChat takes with all that it names. */
export function textFault(
  part: keyof typeof PLACEHOLDERS,
  text: string,
  hotline: string,
): "notSaidAutomatic" | "placeholderUnknown" | "textTooLong" | null {
  if (!text.includes("自动回复")) return "notSaidAutomatic";
  const known: readonly string[] = PLACEHOLDERS[part];
  let isKnown = true;
  const longest = replaced(text, (name) => {
    isKnown &&= known.includes(name);
    return name === "hotline" ? hotline : LONGEST[name];
  });
  if (!isKnown || BRACES.test(longest)) return "placeholderUnknown";
  return new TextEncoder().encode(longest).length > MOST_BYTES ? "textTooLong" : null;
}

/** Whether nobody is on duty for what is asked, or many wait, and the account wants it said. */
function pressing(settings: AcknowledgementSettings, { clock, queue }: Moment): "outside" | "queue" | null {
  if (clock.countedFrom !== null) return settings.outsideOn ? "outside" : null;
  return settings.queueOn && queue.waiting >= settings.queueFrom ? "queue" : null;
}

function replaced(text: string, value: (name: Placeholder) => string): string {
  return text.replace(/\{(back|when|waiting|expected|hotline)\}/g, (_, name: Placeholder) => value(name));
}

/** No more than the terms promise: where duty ends before the minutes are over, the instant at which they are. */
function whenWords({ at, clock: { dueAt, targetMinutes }, hours }: Moment): string {
  const isAtOnce = dueAt.getTime() - at.getTime() <= targetMinutes * MINUTE;
  return isAtOnce ? `${targetMinutes}分钟内` : `${instantWords(dueAt, { at, hours })}前`;
}

/** By the pace of the last hour, of which only duty counts; rounded up, because a wait that ends early disappoints nobody. */
function expectedWords({ at, hours, queue: { waiting, dealt, countedAt } }: Moment): string {
  const counted = dutyMinutesBetween(hours, after(countedAt, -HOUR), countedAt);
  // Who answers around the clock does not do so at the pace of the day.
  if (dealt < LEAST_DEALT || counted === 0 || !isDuty(hours, at)) return UNKNOWN;
  const exact = (waiting * counted) / dealt;
  const step = exact <= 60 ? 5 : 30;
  const minutes = Math.ceil(exact / step) * step;
  const until = addDutyMinutes(hours, at, minutes);
  if (until.getTime() - at.getTime() > minutes * MINUTE) return `大约要等到${instantWords(until, { at, hours })}`;
  if (minutes < 60) return `大约还要${minutes}分钟`;
  const [whole, half] = [Math.floor(minutes / 60), minutes % 60 > 0];
  if (whole >= 12) return "大约还要12小时以上";
  return `大约还要${half ? `${whole}个半小时` : `${whole}小时`}`;
}

/** 今早8:30, 明天14:00, 12月1日周二8:30, by the account's clock. */
function instantWords(instant: Date, { at, hours: { timeZone } }: Pick<Moment, "at" | "hours">): string {
  const [day, today] = [dayOf(instant, timeZone), dayOf(at, timeZone)];
  const shown = shownAt(instant, timeZone);
  const time = timeOf(instant, timeZone).replace(/^0/, "");
  const isMorning = shown.getUTCHours() >= 5 && shown.getUTCHours() < 12;
  if (day === today) return `${isMorning ? "今早" : "今天"}${time}`;
  if (day === daysLater(today, 1)) return `${isMorning ? "明早" : "明天"}${time}`;
  return `${shown.getUTCMonth() + 1}月${shown.getUTCDate()}日周${"一二三四五六日"[weekdayOf(dayNumber(day)) - 1]}${time}`;
}
