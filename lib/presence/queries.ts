import { pool } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { PRESENT_SECONDS, type PresentTab, TYPING_LAPSES_SECONDS } from "./rules";

const READ = {
  name: "read-presence",
  text: `SELECT tab."threadId", thread."accountId", tab."officerId", officer.name, COALESCE(tab."typingAt" > $3, false) AS typing
    FROM "Presence" tab JOIN "Thread" thread ON thread.id = tab."threadId" JOIN "Officer" officer ON officer.id = tab."officerId"
    WHERE tab."beatAt" > $1 AND thread."accountId" = ANY ($2::uuid[])
    ORDER BY tab."threadId", officer.name, tab."tabId"`,
};

/** The tabs that show a thread of these accounts at `at`. */
export async function presentTabs(scope: Scope, at = now()): Promise<PresentTab[]> {
  const values = [after(at, -PRESENT_SECONDS * SECOND), [...scope.accountIds], after(at, -TYPING_LAPSES_SECONDS * SECOND)];
  const { rows } = await pool.query<PresentTab>({ ...READ, values });
  return rows;
}
