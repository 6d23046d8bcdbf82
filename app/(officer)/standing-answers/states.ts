import type { StandingBody } from "@/lib/standing-answers/bodies";
import { isReviewDue, isStale, isStopped, servedOf } from "@/lib/standing-answers/freshness";
import type { StandingAnswer } from "@/lib/standing-answers/queries";
import { DAY } from "@/lib/time/rules";

/** What an officer should know of a standing answer, the most urgent first. */
const STATES = [
  "over",
  "stopped",
  "noOwner",
  "stale",
  "reviewDue",
  "endsSoon",
  "unpublished",
  "draft",
  "notYet",
  "columnName",
  "inForce",
] as const;
export type State = (typeof STATES)[number];

/** Whoever looks once a day, and not on a weekend, sees in time that one is about to end. */
const SOON = 3 * DAY;

type Kept = Pick<StandingAnswer, "owner" | "version" | "published" | "feed" | "menu">;

/**
 * Everything that is to be said of one, the most urgent first; at least one. `stopped`: too old to be sent;
 * `stale`: sent, and said to be old. `draft`: there is a newer version than was published last. `columnName`: it need not be published
 * to name a column of WeChat's menu.
 * @param staff who may own it
 */
export function statesOf({ owner, version, published, feed, menu }: Kept, staff: ReadonlySet<string>, now: Date): State[] {
  const left = published?.validUntil ? published.validUntil.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  const isBegun = !published?.validFrom || published.validFrom <= now;
  const served = published && left > 0 ? servedOf(published, feed) : null;
  const isOld = served !== null && isStale(served, now);
  const stopped = isOld && isStopped(served, now);
  const isColumn = menu?.row === 0;
  const holds: Record<State, boolean> = {
    over: left <= 0,
    stopped,
    noOwner: !staff.has(owner.id),
    stale: isOld && !stopped,
    reviewDue: published !== null && isReviewDue(published, now),
    endsSoon: left > 0 && left <= SOON,
    unpublished: published === null && !isColumn,
    draft: published !== null && version > published.version,
    notYet: published !== null && left > 0 && !isBegun,
    columnName: published === null && isColumn,
    inForce: published !== null && left > 0 && isBegun && !stopped,
  };
  return STATES.filter((state) => holds[state]);
}

/** By the most urgent state; of two alike the one whose text says the older time. The rest stays as it was. */
export function byUrgency(staff: ReadonlySet<string>, now: Date): (one: StandingAnswer, other: StandingAnswer) => number {
  const rank = (answer: StandingAnswer) => STATES.indexOf(statesOf(answer, staff, now)[0] ?? "inForce");
  const age = ({ published, feed }: StandingAnswer) => (published && servedOf(published, feed).asOf?.getTime()) ?? now.getTime();
  return (one, other) => rank(one) - rank(other) || age(one) - age(other);
}

/** Each below the one in whose sub-menu it stands. `depth`: how many stand above it. */
export function inMenuOrder<Answer extends { id: string; parentId: string | null }>(
  answers: readonly Answer[],
): { answer: Answer; depth: number }[] {
  const walk = (parentId: string | null, depth: number): { answer: Answer; depth: number }[] =>
    answers.filter((answer) => answer.parentId === parentId).flatMap((answer) => [{ answer, depth }, ...walk(answer.id, depth + 1)]);
  const placed = walk(null, 0);
  // One whose parent is archived stands at the end, rather than nowhere.
  const ids = new Set(placed.map(({ answer }) => answer.id));
  return [...placed, ...answers.filter(({ id }) => !ids.has(id)).map((answer) => ({ answer, depth: 0 }))];
}

/** What it says, in one line without its stamp: "" for a picture. */
export function firstLine(body: StandingBody): string {
  if (body.kind === "picture") return "";
  if (body.kind === "articles") return body.articles[0].title;
  return (body.kind === "menu" ? body.lead : body.text).replaceAll(/\s*\n\s*/g, " ");
}
