import { DAY, HOUR, MINUTE } from "@/lib/time/rules";
import type { Draw } from "./draw";
import { AREA_MATTERS } from "./words/matters";
import { COMMUNITIES } from "./words/places";

/** A question opens at `at` (ms); `burst`: together with a whole area, over one cut or fault. */
export type Opening = { at: number; burst: Burst | null };
/** A cut or fault: which area writes, and which kind of matter (an index into the matters). */
type Burst = { area: string; matter: number };

const SHANGHAI = 8 * HOUR;
/** Of a day's letters, by hour in Beijing. */
const HOURS = [4, 2, 1, 1, 1, 3, 9, 26, 48, 56, 54, 46, 36, 34, 44, 50, 50, 46, 44, 48, 52, 44, 26, 11];
/** Of a week's letters, Sunday first. */
const WEEKDAYS = [0.72, 1.16, 1.1, 1.08, 1.06, 1.06, 0.82];
const BURST_SHARE = 0.12;
const BURST_SIZES = { least: 300, most: 3_000, ofAll: 0.05 };
const GROWTH = { first: 0.6, last: 1.4 };

/** When `count` questions open between two instants, in order: by hour, weekday, the years' growth, and in bursts. */
export function openings(count: number, from: number, to: number, draw: Draw): Opening[] {
  const drawn: Opening[] = [];
  while (drawn.length < count * BURST_SHARE) {
    const most = Math.min(BURST_SIZES.most, Math.ceil(count * BURST_SIZES.ofAll));
    const size = Math.min(most, Math.round(draw.wait(Math.max(BURST_SIZES.least, most / 4), 0.7)), count - drawn.length);
    drawn.push(...burst(Math.max(size, Math.min(BURST_SIZES.least, most)), from, to, draw));
  }
  drawn.length = Math.min(drawn.length, count);
  const moment = dayByDay(from, to);
  while (drawn.length < count) drawn.push({ at: moment(draw), burst: null });
  return drawn.sort((one, other) => one.at - other.at);
}

/** Letters about one fault: half of them in its first twenty minutes, all within about an hour. */
function burst(size: number, from: number, to: number, draw: Draw): Opening[] {
  const begin = wholeSecond(from + draw.number() * (to - from - 2 * HOUR));
  const about = { area: draw.early(COMMUNITIES), matter: draw.between(0, AREA_MATTERS - 1) };
  return Array.from({ length: size }, () => ({ at: wholeSecond(begin + Math.min(HOUR, draw.wait(20 * MINUTE, 0.8))), burst: about }));
}

function dayByDay(from: number, to: number): (draw: Draw) => number {
  const sums: number[] = [];
  for (let hour = from; hour < to; hour += HOUR) {
    const local = new Date(hour + SHANGHAI);
    const growth = GROWTH.first + ((GROWTH.last - GROWTH.first) * (hour - from)) / (to - from);
    sums.push((sums.at(-1) ?? 0) + growth * (HOURS[local.getUTCHours()] ?? 0) * (WEEKDAYS[local.getUTCDay()] ?? 0));
  }
  return (draw) => {
    const index = firstAbove(sums, draw.number() * (sums.at(-1) ?? 0));
    return wholeSecond(Math.min(from + (index + draw.number()) * HOUR, to));
  };
}

function firstAbove(sums: readonly number[], drawn: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}

function wholeSecond(at: number): number {
  return Math.floor(at / 1_000) * 1_000;
}

/** The length of so many months of history. */
export function monthsBefore(until: number, months: number): number {
  return until - months * 30.44 * DAY;
}
