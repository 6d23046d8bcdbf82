import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";

/** Keeps that an officer has looked at a cluster as it stands. Who looks at what is nobody's business next year: it leaves no event. */
export async function lookAt(clusterId: string, officer: { id: string; scope: Scope }, at = now()): Promise<{ arrivals: number }> {
  const [look] = await db.$queryRaw<{ arrivals: number }[]>(Prisma.sql`
    INSERT INTO "ClusterLook" ("officerId", "clusterId", arrivals, at)
      SELECT ${officer.id}::uuid, c.id, c.arrivals, ${at} FROM "Cluster" c
      WHERE c.id = ${clusterId}::uuid AND c."accountId" = ANY(${[...officer.scope.accountIds]}::uuid[])
    ON CONFLICT ("officerId", "clusterId") DO UPDATE SET arrivals = EXCLUDED.arrivals, at = EXCLUDED.at RETURNING arrivals`);
  return { arrivals: look?.arrivals ?? 0 };
}
