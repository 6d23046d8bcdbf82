import { MINUTE } from "@/lib/time/rules";

/** From so many people on, or from so many new ones of the last half hour on, a matter stands on the wall. */
const HOT_PEOPLE = 5;
export const HOT_NEWCOMERS = 3;
export const NEWCOMER_MINUTES = 30;
export const HOT_SHOWN = 4;
/** 国标推荐 three minutes beside the account's ten. */
export const QUICK_MINUTES = 3;
/** A silence is worth a word when so many residents would have written in it at the usual pace, and never below the minutes. */
const MISSED_BEFORE_SILENT = 6;
const SILENT_MINUTES = 3;
/** A worker that was not heard for so long sends nothing. */
const WORKER_SILENT_SECONDS = 30;

/** What several residents wait for. `title`: place and matter, null while nobody has given it one. */
export type HotCluster = { id: string; title: string | null; people: number; newcomers: number };

/** All that a wall shows: numbers, times, what matters are about, and officers' names; nothing of any resident. */
export type Board = {
  now: Date;
  accounts: { name: string; lastMessageAt: Date | null; usualPerHour: number }[];
  workerHeardAt: Date | null;
  /** `waiting` holds the two that follow it, as the queue's list does. `oldestSince`: since when whoever waits longest does.
   * `latePromise`: what is late for longest is a promise, whose resident may wait for nothing else; `lateAnswer`:
   * an answer. */
  open: {
    waiting: number;
    dueSoon: number;
    late: number;
    dangers: number;
    promisedToday: number;
    oldestSince: Date | null;
    nextOwedAt: Date | null;
    lateOwedAt: Date | null;
    latePromise: boolean;
    lateAnswer: boolean;
  };
  /** First responses of the last sixty minutes, in begun seconds, at the nearest rank: as in reports. */
  hour: { responses: number; median: number | null; ninetieth: number | null };
  /** Of the account's own day. `owed`: had its first response, or its time has passed without one; within so many minutes are of these. */
  today: { asked: number; owed: number; withinTen: number; withinThree: number };
  onDuty: { officerId: string; name: string }[];
  /** Accounts that keep a roster and have nobody on duty. */
  unattended: { name: string; since: Date }[];
  clusters: HotCluster[];
};

/** Whether nobody waits for anything of ours at the moment. */
export function isCalm({ open }: Pick<Board, "open">): boolean {
  return open.waiting === 0 && open.dueSoon === 0 && open.late === 0 && open.dangers === 0;
}

/** Whether a matter is worth its place on the wall: many wait for it, or they are becoming many. */
export function hotCluster({ people, newcomers }: Pick<HotCluster, "people" | "newcomers">): boolean {
  return people >= HOT_PEOPLE || newcomers >= HOT_NEWCOMERS;
}

/** Place · matter for a place where everybody reads it. A part with a long number in it is left out: it may be somebody's. */
export function wallTitle({ place, matter }: { place: string; matter: string }): string | null {
  return [place, matter].filter((part) => part !== "" && !/\d([\s-]?\d){4}/u.test(part.normalize("NFKC"))).join(" · ") || null;
}

/** The minutes for which an account has been unusually silent, or null. Nothing was heard for hours: `since` is null. */
export function silentMinutes(account: Pick<Board["accounts"][number], "lastMessageAt" | "usualPerHour">, now: Date): number | null {
  const minutes = account.lastMessageAt ? Math.floor((now.getTime() - account.lastMessageAt.getTime()) / MINUTE) : Number.POSITIVE_INFINITY;
  const missed = (minutes / 60) * account.usualPerHour;
  return account.usualPerHour > 0 && minutes >= SILENT_MINUTES && missed >= MISSED_BEFORE_SILENT ? minutes : null;
}

/** Whether nobody carries replies to WeChat at the moment. */
export function sendsNothing(workerHeardAt: Date | null, now: Date): boolean {
  return !workerHeardAt || now.getTime() - workerHeardAt.getTime() > WORKER_SILENT_SECONDS * 1_000;
}
