import { pool } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { PRESENT_SECONDS } from "./rules";

const BEAT = { name: "keep-presence", text: `UPDATE "Presence" SET "beatAt" = $2 WHERE "officerId" = ANY ($1::uuid[]) AND "beatAt" > $3` };
const FORGET = { name: "forget-presence", text: `DELETE FROM "Presence" WHERE "beatAt" <= $1` };

/** Says of all tabs of these officers that they are still there. Tabs that nobody has spoken for in time are forgotten, and tell anew. */
export async function keepPresence(officerIds: readonly string[], at = now()): Promise<void> {
  const lapsed = after(at, -PRESENT_SECONDS * SECOND);
  await pool.query({ ...FORGET, values: [lapsed] });
  if (officerIds.length > 0) await pool.query({ ...BEAT, values: [[...officerIds], at, lapsed] });
}
