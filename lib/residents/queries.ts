import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";

const SUGGESTED = 50;

/** The tags that residents have, the commonest first, fifty at most. */
export async function tagsInUse(scope: Scope): Promise<string[]> {
  const found = await db.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM "Resident", unnest(tags) AS tag
    WHERE "accountId" = ANY (${[...scope.accountIds]}::uuid[]) AND tags <> '{}'
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${SUGGESTED}`;
  return found.map(({ tag }) => tag);
}
