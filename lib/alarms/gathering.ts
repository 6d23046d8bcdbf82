import { v7 as uuid } from "uuid";
import type { Tx } from "@/lib/db";
import { after } from "@/lib/time/rules";
import { type Audience, type Escalating, GATHERED_WITHIN, type Told } from "./rules";

/** A question whose instant has come, and what is to be told of it. */
export type Due = Escalating & { id: string; accountId: string; clusterId: string | null; policyId: string | null };
export type Raising = { question: Due; told: Told };

/** An alarm and what it is to tell of. `isNew`: it is told now; otherwise it was, and now has more to it. */
export type Gathered = { alarmId: string; accountId: string; audiences: Audience[]; isNew: boolean; raisings: Raising[] };

/**
 * The alarms that are to tell of questions: one each, and one for all members of a cluster that come to the same step within ten minutes,
 * so that two hundred who ask the same are one message. Whoever else does so at the same time waits at the cluster.
 */
export async function gather(tx: Tx, raisings: readonly Raising[], at: Date): Promise<Gathered[]> {
  const clusterIds = [...new Set(raisings.flatMap(({ question }) => question.clusterId ?? []))];
  if (clusterIds.length > 0)
    await tx.$queryRaw`SELECT 1 FROM "Cluster" WHERE id = ANY(${clusterIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const open = await tx.alarm.findMany({
    where: { clusterId: { in: clusterIds }, endedAt: null, raisedAt: { gt: after(at, -GATHERED_WITHIN) } },
    select: { id: true, clusterId: true, kind: true, step: true, round: true, audiences: true },
  });
  const standing = new Map(open.map((alarm) => [keyOf(alarm), alarm.id]));
  const groups = new Map<string, Raising[]>();
  for (const raising of raisings) {
    const { question, told } = raising;
    const key = question.clusterId ? keyOf({ ...told, clusterId: question.clusterId }) : question.id;
    groups.set(key, [...(groups.get(key) ?? []), raising]);
  }
  const gathered = [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (!first) return [];
    const { accountId } = first.question;
    const alarmId = standing.get(key);
    return [{ alarmId: alarmId ?? uuid(), accountId, audiences: first.told.audiences, isNew: alarmId === undefined, raisings: members }];
  });
  for (const { alarmId, raisings: more, isNew } of gathered.toSorted((one, other) => (one.alarmId < other.alarmId ? -1 : 1))) {
    if (!isNew) await tx.alarm.update({ where: { id: alarmId }, data: { count: { increment: more.length }, endedAt: null } });
  }
  const rows = JSON.stringify(gathered.filter(({ isNew }) => isNew).flatMap((alarm) => rowOf(alarm, at) ?? []));
  // Five hundred at once, every second: as rows of JSON they cost a fraction of what as many parameters do.
  await tx.$executeRaw`INSERT INTO "Alarm" SELECT * FROM jsonb_populate_recordset(NULL::"Alarm", ${rows}::jsonb)`;
  return gathered;
}

function rowOf({ alarmId, accountId, raisings }: Gathered, at: Date) {
  const [first] = raisings;
  if (!first) return null;
  const { kind, step, round, audiences } = first.told;
  const earliest = (instants: readonly Date[]) => new Date(Math.min(...instants.map((instant) => instant.getTime())));
  return {
    ...{ id: alarmId, accountId, kind, step, round, audiences, clusterId: first.question.clusterId, count: raisings.length },
    at: earliest(raisings.map(({ told }) => told.at)),
    raisedAt: at,
    owedAt: earliest(raisings.map(({ question }) => question.owedAt)),
  };
}

function keyOf(alarm: { clusterId: string | null; kind: string; step: number; round: number; audiences: readonly string[] }): string {
  const { clusterId, kind, step, round, audiences } = alarm;
  return [clusterId, kind, step, round, ...audiences].join(" ");
}
