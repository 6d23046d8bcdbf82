import type { History, HistoryEntry } from "@/lib/sla/history";
import type { QuestionKind } from "@/lib/sla/rules";
import type { Calendar, Policy } from "@/lib/sla/schema";
import { type Book, DEFAULT_POLICY } from "@/lib/sla/terms";
import { MINUTE } from "@/lib/time/rules";

/** Time goes in steps of half a minute, and at each somebody looks at the clock on the wall. Slow, and hard to get wrong. */
export const STEP = MINUTE / 2;

/** Some days in one place: what its wall clock shows at every step. */
export type World = { zone: string; start: number; steps: { day: string; weekday: number; time: string }[] };
/** Instants as steps since the world's start. `due` is null when the world ends before. */
type Due = number | null;
type Wait = { from: number; due: Due; met: number | null; selfServed: number | null; ended: number | null };
export type Expected = { firstDue: Due; firstReplied: number | null; waits: Wait[]; promises: Wait[]; answerDue: Due | "paused" | "none" };

type Pause = { from: number; until: number };
type Step<Entry extends HistoryEntry = HistoryEntry> = Entry extends HistoryEntry ? { entry: Entry; step: number } : never;

export function worldOf(zone: string, start: string, days: number): World {
  const words = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const weekdays = new Intl.DateTimeFormat("en", { timeZone: zone, weekday: "short" });
  const from = Date.parse(start);
  const halfHours = Array.from({ length: days * 48 }, (_, index) => {
    const at = from + index * 30 * MINUTE;
    const [day = "", time = ""] = words.format(at).split(" ");
    const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(weekdays.format(at)) + 1;
    // The worlds begin at, and their offsets are and change by, whole half hours: within one the minutes follow each other.
    const minutes = Array.from({ length: 30 }, (_, minute) => time.slice(0, 3) + String(Number(time.slice(3)) + minute).padStart(2, "0"));
    return minutes.flatMap((time) => [
      { day, weekday, time },
      { day, weekday, time },
    ]);
  });
  return { zone, start: from, steps: halfHours.flat() };
}

/** For every step of the world whether it is duty time. */
export function dutySteps(world: World, calendar: Calendar): boolean[] {
  return world.steps.map(({ day, weekday, time }) => {
    const periods = calendar.days.find((special) => special.day === day)?.periods ?? calendar.week[weekday - 1] ?? [];
    return periods.some(({ from, to }) => from <= time && time < to);
  });
}

/** Every clock of a question, by counting. `dutyOf`: the steps of duty of each calendar that the book names. */
export function expected(world: World, book: Book, dutyOf: (calendar: Calendar | null) => boolean[] | null, history: History): Expected {
  const stepOf = (at: Date) => (at.getTime() - world.start) / STEP;
  const opened = stepOf(history.openedAt);

  const termsOf = (step: number) => {
    const holds = ({ effectiveFrom }: { effectiveFrom: Date }) => stepOf(effectiveFrom) <= step;
    return {
      policy: book.policies.findLast(holds)?.policy ?? DEFAULT_POLICY,
      duty: dutyOf(book.calendars.findLast(holds)?.calendar ?? null),
    };
  };
  const ruleOf = (policy: Policy, step: number, kind: QuestionKind, urgent: boolean) => {
    const { weekday = 0, time = "" } = world.steps[step] ?? {};
    return policy.rules.find(
      ({ kinds, priority, band }) =>
        (kinds.length === 0 || kinds.includes(kind)) &&
        (priority === "any" || priority === (urgent ? "urgent" : "calm")) &&
        (band === null || (band.days.includes(weekday) && band.from <= time && time < band.to)),
    );
  };
  /** `duty` null: every step counts. */
  const countDown = (duty: boolean[] | null, from: number, minutes: number, pauses: readonly Pause[] = []): Due => {
    let left = (minutes * MINUTE) / STEP;
    if (duty === null && pauses.length === 0) return from + left < world.steps.length ? from + left : null;
    for (let step = from; step < world.steps.length; step += 1) {
      if (left === 0) return step;
      if (duty !== null && !duty[step]) continue;
      if (!pauses.some(({ from, until }) => from <= step && step < until)) left -= 1;
    }
    return null;
  };
  const dueFrom = (step: number, kind: QuestionKind, urgent: boolean, milestone: "firstResponse" | "nextResponse"): Due => {
    const { policy, duty } = termsOf(step);
    const rule = ruleOf(policy, step, kind, urgent);
    if (!rule) throw new Error("no rule fits");
    const { minutes, outsideMinutes } = rule[milestone];
    if (urgent || rule.aroundTheClock || duty === null) return countDown(null, step, minutes);
    return countDown(duty, step, duty[step] ? minutes : outsideMinutes);
  };

  const waits: Wait[] = [];
  const promises: Wait[] = [];
  const asked: Pause[] = [];
  let [kind, urgent] = [history.kind, history.urgent];
  let [firstReplied, wait, promise]: [number | null, Wait | null, Wait | null] = [null, null, null];
  let [ended, endedAt]: ["answered" | "selfServed" | "closed" | null, number] = [null, 0];

  const begin = (from: number) => {
    wait = { from, due: dueFrom(from, kind, urgent, "nextResponse"), met: null, selfServed: null, ended: null };
    waits.push(wait);
  };
  const finish = (how: Partial<Wait>) => {
    if (wait) Object.assign(wait, how);
    wait = null;
  };
  const speaksAgain = (step: number) => {
    for (const pause of asked) if (pause.until === Number.POSITIVE_INFINITY) pause.until = step;
  };
  for (const { entry, step } of history.entries.map((entry) => ({ entry, step: stepOf(entry.at) }) as Step)) {
    if (entry.type === "kindSet") kind = entry.kind;
    if (entry.type === "dangerRaised") urgent = true;
    if (entry.type === "dangerDismissed") urgent = false;
    if (entry.type === "reopened" && ended) {
      if (ended === "closed") finish({ ended: endedAt });
      ended = null;
      speaksAgain(step);
      if (firstReplied !== null) begin(step);
    }
    if (entry.type === "closeUndone" && ended === "closed") ended = null;
    if (ended) continue;
    if (entry.type === "closed") [ended, endedAt] = ["closed", step];
    if (entry.type === "said") {
      if (entry.urgent) urgent = true;
      speaksAgain(step);
      if (firstReplied !== null && !wait) begin(step);
    }
    if (entry.type === "replied" && entry.standing) {
      [ended, endedAt] = ["selfServed", step];
      finish({ selfServed: step });
    } else if (entry.type === "replied" && entry.counts) {
      firstReplied ??= step;
      const unseen = entry.unseenSince && stepOf(entry.unseenSince);
      const isSameWait = unseen !== null && (wait as Wait | null)?.from === unseen;
      if (isSameWait && entry.kind === "answer") [wait] = [null, waits.pop()];
      if (!isSameWait) finish({ met: step });
      if (entry.kind === "answer") [ended, endedAt] = ["answered", step];
      else if (unseen !== null && !isSameWait) begin(unseen);
      if (entry.kind === "interim" && entry.promisedAt) {
        if (promise) (promise as Wait).ended = step;
        promise = { from: step, due: stepOf(entry.promisedAt), met: null, selfServed: null, ended: null };
        promises.push(promise);
      }
      if (entry.kind === "ask" && unseen === null && asked.every(({ until }) => until !== Number.POSITIVE_INFINITY))
        asked.push({ from: step, until: Number.POSITIVE_INFINITY });
    }
  }
  if (promise && ended === "answered") (promise as Wait).met = endedAt;
  if (promise && ended === "selfServed") (promise as Wait).selfServed = endedAt;
  if (promise && ended === "closed") (promise as Wait).ended = endedAt;
  if (ended === "closed") finish({ ended: endedAt });

  return {
    firstDue: dueFrom(opened, history.kind, history.urgent, "firstResponse"),
    firstReplied,
    waits,
    promises,
    answerDue: answerDue(),
  };

  function answerDue(): Due | "paused" | "none" {
    const { policy, duty } = termsOf(opened);
    const rule = ruleOf(policy, opened, history.kind, history.urgent);
    if (!rule || rule.answerMinutes === null) return "none";
    const due = countDown(history.urgent || rule.aroundTheClock ? null : duty, opened, rule.answerMinutes, asked);
    return due === null && asked.some(({ until }) => until === Number.POSITIVE_INFINITY) ? "paused" : due;
  }
}
