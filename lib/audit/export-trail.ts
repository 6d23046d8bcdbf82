import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { type AuditQuery, type AuditRow, readTrail } from "./queries";
import { type AuditFormat, MOST_ROWS } from "./rules";

/** All that is asked for of the trail, newest first and at most so many rows as a file has, with what the trail says of it: who took it home. */
export async function exportTrail(
  query: AuditQuery,
  format: AuditFormat,
  officer: ActingOfficer,
  at = now(),
): Promise<{ rows: AuditRow[]; isCapped: boolean }> {
  const rows = await readTrail(officer.scope, query, MOST_ROWS + 1);
  const { accountId, from, to, person = null, kind = null, record: about = null } = query;
  const facts = { format, rows: Math.min(rows.length, MOST_ROWS), from, to, person, kind, record: about };
  await record(db, { type: "audit.exported", ...(accountId && { accountId }), officerId: officer.id, facts }, at);
  return { rows: rows.slice(0, MOST_ROWS), isCapped: rows.length > MOST_ROWS };
}
