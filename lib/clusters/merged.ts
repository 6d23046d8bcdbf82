import type { Tx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** The cluster itself and all that were merged into it, for a condition: what these were answered, it was answered. */
export function familyOf(cluster: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(WITH RECURSIVE family(id) AS (
    SELECT ${cluster} UNION SELECT c.id FROM "Cluster" c JOIN family f ON c."mergedIntoId" = f.id) SELECT f.id FROM family f)`;
}

/** Where the members of a cluster stand by now: in itself, or in the one that it was merged into. */
export async function standsIn(tx: Tx, clusterId: string): Promise<string> {
  const [last] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE way(id, next) AS (
      SELECT c.id, c."mergedIntoId" FROM "Cluster" c WHERE c.id = ${clusterId}::uuid
      UNION SELECT c.id, c."mergedIntoId" FROM way JOIN "Cluster" c ON c.id = way.next)
    SELECT way.id FROM way WHERE way.next IS NULL`;
  return last?.id ?? clusterId;
}
