import { pool } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { MAX_TABS } from "./rules";
import type { TellPresence } from "./schema";

// Not through Prisma: each officer's every step to another thread comes here.
const SHOW = {
  name: "show-presence",
  text: `WITH beyond AS (
      DELETE FROM "Presence" WHERE "tabId" IN (
        SELECT "tabId" FROM "Presence" WHERE "officerId" = $2::uuid AND "tabId" <> $1::uuid ORDER BY "beatAt" DESC OFFSET ${MAX_TABS - 1}))
    INSERT INTO "Presence" ("tabId", "officerId", "threadId", "typingAt", "beatAt")
    SELECT $1::uuid, $2::uuid, id, CASE WHEN $4 THEN $5::timestamptz END, $5 FROM "Thread" WHERE id = $3::uuid AND "accountId" = ANY ($6::uuid[])
    ON CONFLICT ("tabId") DO UPDATE SET "threadId" = EXCLUDED."threadId", "typingAt" = EXCLUDED."typingAt", "beatAt" = EXCLUDED."beatAt"
    WHERE "Presence"."officerId" = EXCLUDED."officerId"`,
};
const LEAVE = { name: "leave-presence", text: `DELETE FROM "Presence" WHERE "tabId" = $1::uuid AND "officerId" = $2::uuid` };

/** One tab's word on what it shows. A thread outside the scope, and the tab of another officer, are left as they are; beyond thirty tabs an officer's others are forgotten. */
export async function tellPresence({ tabId, threadId, typing }: TellPresence, officer: ActingOfficer, at = now()): Promise<void> {
  if (threadId === null) await pool.query({ ...LEAVE, values: [tabId, officer.id] });
  else await pool.query({ ...SHOW, values: [tabId, officer.id, threadId, typing, at, [...officer.scope.accountIds]] });
}
