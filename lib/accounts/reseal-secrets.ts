import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { namesItsKey, resealed } from "@/lib/sealing";
import { now } from "@/lib/time/clock";

export type Resealing = { columns: number; secrets: number; resealed: number };

/**
 * Seals every secret of the database under AUTH_SECRET that still is under AUTH_SECRET_PREVIOUS, in whatever column: all of them are
 * called `sealed…`. One that is saved meanwhile is left as it was saved.
 * @param which "unnamed": only those that do not say under which key they are, from before keys had ids
 * @throws Error when one opens under neither of the two; then nothing has changed
 */
export async function resealSecrets(which: "all" | "unnamed" = "all", at = now()): Promise<Resealing> {
  return db.$transaction(async (tx) => {
    const columns = await sealedColumns(tx);
    const counts = { columns: columns.length, secrets: 0, resealed: 0 };
    for (const { place, column } of columns) {
      const rows = await tx.$queryRawUnsafe<{ sealed: string }[]>(`SELECT ${column} AS sealed FROM ${place} WHERE ${column} IS NOT NULL`);
      for (const { sealed } of rows) {
        const anew = resealed(sealed);
        counts.secrets += 1;
        if (anew === null || (which === "unnamed" && namesItsKey(sealed))) continue;
        counts.resealed += await tx.$executeRawUnsafe(`UPDATE ${place} SET ${column} = $1 WHERE ${column} = $2`, anew, sealed);
      }
    }
    if (counts.resealed > 0) await record(tx, { type: "secrets.resealed", facts: counts }, at);
    return counts;
  });
}

/** Their names come from the catalogue of the database, quoted for SQL. */
async function sealedColumns(tx: Tx): Promise<{ place: string; column: string }[]> {
  return tx.$queryRaw`
    SELECT quote_ident(table_name) AS place, quote_ident(column_name) AS column FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name LIKE 'sealed%' AND data_type = 'text' ORDER BY 1, 2`;
}
