import { SKEW_ALARM_PAUSE } from "@/lib/accounts/rules";
import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";

export type Notice = { kind: "outage"; fromAt: Date; untilAt: Date } | { kind: "skew"; accountId: string; seconds: number; at: Date };

/** What officers must know about the intake itself: outages of the last day, a clock that is wrong now. */
export async function recentNotices(scope: Scope): Promise<Notice[]> {
  const at = now();
  // The type stands in the statement itself, not among its parameters, so that the index of just these events serves it.
  const outages = await db.$queryRaw<{ facts: unknown }[]>`
    SELECT facts FROM "Event" WHERE type = 'intake.resumed' AND at > ${after(at, -DAY)} ORDER BY id DESC LIMIT 3`;
  const skewed = await db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] }, skewedAt: { gt: after(at, -SKEW_ALARM_PAUSE) } },
  });
  return [
    ...outages.map(({ facts }) => outageOf(facts as { from: string; until: string })),
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

function outageOf(facts: { from: string; until: string }): Notice {
  return { kind: "outage", fromAt: new Date(facts.from), untilAt: new Date(facts.until) };
}
