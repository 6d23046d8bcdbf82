import { SKEW_ALARM_PAUSE } from "@/lib/accounts/rules";
import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";

type Span = { fromAt: Date; untilAt: Date };
export type Notice = ({ kind: "outage" } & Span) | { kind: "skew"; accountId: string; seconds: number; at: Date };

const SHOWN_OUTAGES = 3;

/** What officers must know about the intake itself: outages of the last day, a clock that is wrong now. */
export async function recentNotices(scope: Scope): Promise<Notice[]> {
  const at = now();
  const outages = (await outagesSince(after(at, -DAY))).slice(0, SHOWN_OUTAGES);
  const skewed = await db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] }, skewedAt: { gt: after(at, -SKEW_ALARM_PAUSE) } },
  });
  return [
    ...outages.map((outage): Notice => ({ kind: "outage", ...outage })),
    ...skewed.map(
      (account): Notice => ({ kind: "skew", accountId: account.id, seconds: account.skewSeconds ?? 0, at: account.skewedAt ?? at }),
    ),
  ];
}

/** When a process of a kind was last heard, or null. */
export async function lastBeat(process: "web" | "worker"): Promise<Date | null> {
  const last = await db.heartbeat.aggregate({ where: { process }, _max: { beatAt: true } });
  return last._max.beatAt;
}

/**
 * The times of which this database may know nothing although the desk was at work: outages that ended since an instant, and from the
 * door's last beat until now. The first such time after a database was put back goes back to its backup.
 */
export async function unknownTimes(since: Date, at = now()): Promise<Span[]> {
  const [outages, beatAt] = await Promise.all([outagesSince(since), lastBeat("web")]);
  return [...outages, { fromAt: beatAt ?? new Date(0), untilAt: at }];
}

/** Newest first. */
async function outagesSince(since: Date): Promise<Span[]> {
  // The type stands in the statement itself, not among its parameters, so that the index of just these events serves it.
  const rows = await db.$queryRaw<{ facts: { from: string; until: string } }[]>`
    SELECT facts FROM "Event" WHERE type = 'intake.resumed' AND at > ${since} ORDER BY id DESC`;
  return rows.map(({ facts }) => ({ fromAt: new Date(facts.from), untilAt: new Date(facts.until) }));
}
