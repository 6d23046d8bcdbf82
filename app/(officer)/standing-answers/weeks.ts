import type { StandingAnswer } from "@/lib/standing-answers/queries";
import { dayOf, daysLater, mondayOf } from "@/lib/time/zones";

/** Something that a standing answer's time brings: it begins, it ends, or its owner has to look at it. */
export type Due = { id: string; name: string; number: number | null; owner: string; kind: "begins" | "ends" | "review"; at: Date };
export type Weeks = { overdue: Due[]; weeks: { monday: string; dues: Due[] }[]; later: Due[] };

const WEEKS_SHOWN = 8;

/**
 * What is due when, the earliest first: what is past and still stands so, the eight weeks that begin with this one by a zone's clocks,
 * and what comes after them. Only of what residents get.
 */
export function weeksAhead(answers: readonly StandingAnswer[], now: Date, timeZone: string): Weeks {
  const dues = answers.flatMap(duesOf).sort((one, other) => one.at.getTime() - other.at.getTime());
  const ahead = dues.filter(({ at }) => at > now);
  const first = mondayOf(dayOf(now, timeZone));
  const mondays = Array.from({ length: WEEKS_SHOWN }, (_, week) => daysLater(first, week * 7));
  const weekOf = ({ at }: Due) => mondayOf(dayOf(at, timeZone));
  return {
    overdue: dues.filter(({ at, kind }) => at <= now && kind !== "begins"),
    weeks: mondays.map((monday) => ({ monday, dues: ahead.filter((due) => weekOf(due) === monday) })),
    later: ahead.filter((due) => !mondays.includes(weekOf(due))),
  };
}

function duesOf({ id, name, number, owner, published }: StandingAnswer): Due[] {
  const of = { id, name, number, owner: owner.name };
  const isReviewed = published?.reviewAt && published.publishedAt && published.publishedAt >= published.reviewAt;
  const times = { begins: published?.validFrom, ends: published?.validUntil, review: isReviewed ? null : published?.reviewAt };
  return (["begins", "ends", "review"] as const).flatMap((kind) => {
    const at = times[kind];
    return at ? [{ ...of, kind, at }] : [];
  });
}
