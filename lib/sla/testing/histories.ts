import type { History, HistoryEntry } from "@/lib/sla/history";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { type Calendar, calendarInput, type Period, type PolicyRule, policyInput } from "@/lib/sla/schema";
import { type Book, DEFAULT_POLICY } from "@/lib/sla/terms";
import { STEP, type World } from "./model";

/** Draws that come again with the same seed. */
export type Draw = { below(limit: number): number; one<T>(...values: readonly T[]): T; maybe(chance: number): boolean };

export function drawFrom(seed: number): Draw {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, one: (...values) => values[below(values.length)] as (typeof values)[number], maybe: (chance) => next() < chance };
}

/** What an account might keep: several periods a day, holidays and make-up days, policies and calendars that change mid-way. */
export function anyBook(world: World, draw: Draw): Book {
  const days = [...new Set(world.steps.map(({ day }) => day))];
  const versions = <T>(count: number, make: () => T) =>
    Array.from({ length: count }, (_, index) => ({ index, step: index === 0 && draw.maybe(0.8) ? 0 : draw.below(3 * 2_880) }))
      .sort((one, other) => one.step - other.step)
      .map(({ step }, index) => ({ id: `v${index}`, effectiveFrom: new Date(world.start + step * STEP), ...make() }));
  return {
    timeZone: world.zone,
    policies: versions(draw.below(4), () => ({ policy: policyInput.parse({ ...DEFAULT_POLICY, rules: anyRules(draw) }) })),
    calendars: versions(draw.below(4), () => ({ calendar: anyCalendar(days, draw) })),
  };
}

/** What might happen to a question, in any order, now and then at an instant before the last one. */
export function anyHistory(world: World, draw: Draw): History {
  const at = (step: number) => new Date(world.start + step * STEP);
  const opened = draw.below(2 * 2_880);
  const head = { openedAt: at(opened), kind: draw.one(...QUESTION_KINDS), urgent: draw.maybe(0.15) };
  const entries: HistoryEntry[] = [{ type: "said", at: head.openedAt, urgent: head.urgent }];
  let step = opened;
  for (let left = draw.below(9); left > 0; left -= 1) {
    step = Math.max(0, step + (draw.maybe(0.1) ? -draw.below(40) : draw.one(0, draw.below(20), draw.below(200), draw.below(1_500))));
    entries.push(anyEntry(at(step), entries, draw, (later) => at(step + later)));
  }
  return { ...head, entries };
}

function anyEntry(at: Date, before: readonly HistoryEntry[], draw: Draw, after: (steps: number) => Date): HistoryEntry {
  const type = draw.one("said", "said", "said", "replied", "replied", "replied", "replied", "reopened", "closed", "other" as const);
  if (type === "said") return { type, at, urgent: draw.maybe(0.1) };
  if (type === "replied") {
    const kind = draw.one("answer", "ask", "ask", "interim", "interim" as const);
    const said = before.filter((entry) => entry.type === "said").map((entry) => entry.at);
    const unseenSince = said.length > 1 && draw.maybe(0.3) ? (said.at(-1 - draw.below(2)) ?? null) : null;
    const promisedAt = kind === "interim" ? after(draw.below(3_000)) : null;
    return { type, at, kind, counts: draw.maybe(0.85), standing: draw.maybe(0.05), promisedAt, unseenSince };
  }
  if (type !== "other") return { type, at };
  const other = draw.one("kindSet", "closeUndone", "dangerRaised", "dangerDismissed" as const);
  return other === "kindSet" ? { type: other, at, kind: draw.one(...QUESTION_KINDS) } : { type: other, at };
}

function anyRules(draw: Draw): PolicyRule[] {
  const target = (most: number) => ({ minutes: 1 + draw.below(most), outsideMinutes: 1 + draw.below(most) });
  const rule = (): PolicyRule => ({
    kinds: draw.maybe(0.5) ? [] : [draw.one(...QUESTION_KINDS), draw.one(...QUESTION_KINDS)],
    priority: draw.one("any", "any", "urgent", "calm"),
    band: draw.maybe(0.5) ? null : { days: [1 + draw.below(7), 1 + draw.below(7), 1 + draw.below(7)], ...onePeriod(draw) },
    aroundTheClock: draw.maybe(0.2),
    firstResponse: target(draw.one(15, 120)),
    nextResponse: target(draw.one(15, 120)),
    answerMinutes: draw.maybe(0.5) ? null : 1 + draw.below(draw.one(200, 1_500)),
    promise: { workdays: 1 + draw.below(6), extensions: draw.below(2) },
  });
  const last: PolicyRule = { ...rule(), kinds: [], priority: "any", band: null };
  return [...Array.from({ length: draw.below(4) }, rule), last];
}

function anyCalendar(days: readonly string[], draw: Draw): Calendar {
  const week = Array.from({ length: 7 }, () => anyPeriods(draw.one(0, 1, 1, 2, 2, 3), draw));
  week[draw.below(7)] = [onePeriod(draw)];
  const special = days.filter(() => draw.maybe(0.2)).map((day) => ({ day, name: "", periods: anyPeriods(draw.below(3), draw) }));
  return calendarInput.safeParse({ week, days: special }).data ?? anyCalendar(days, draw);
}

function onePeriod(draw: Draw): Period {
  return anyPeriods(1, draw)[0] ?? { from: "00:00", to: "24:00" };
}

/** So many periods of a day, in order, that may touch and may last until midnight. */
function anyPeriods(count: number, draw: Draw): Period[] {
  const times = new Set<number>();
  while (times.size < 2 * count)
    times.add(draw.maybe(0.1) ? draw.one(0, 1_440) : draw.maybe(0.5) ? 30 * draw.below(48) : draw.below(1_440));
  const sorted = [...times].sort((one, other) => one - other);
  if (draw.maybe(0.2) && count > 1) sorted[2] = sorted[1] as number;
  const text = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return Array.from({ length: count }, (_, index) => ({ from: text(sorted[2 * index] ?? 0), to: text(sorted[2 * index + 1] ?? 0) }));
}
