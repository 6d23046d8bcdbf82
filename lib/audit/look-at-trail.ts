import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { type AuditQuery, type AuditRow, readTrail } from "./queries";
import { type AuditCursor, PAGE_ROWS } from "./rules";

export type AuditPage = { rows: AuditRow[]; next: AuditCursor | null };

/** One page of the trail, newest first. That somebody looks at what colleagues did is told too, once for what is asked, not for each page. */
export async function lookAtTrail(query: AuditQuery, after: AuditCursor | null, officer: ActingOfficer, at = now()): Promise<AuditPage> {
  const rows = await readTrail(officer.scope, query, PAGE_ROWS + 1, after);
  const { accountId, from, to, person = null, kind = null, record: about = null } = query;
  if (after === null) {
    const facts = { from, to, person, kind, record: about };
    await record(db, { type: "audit.looked", ...(accountId && { accountId }), officerId: officer.id, facts }, at);
  }
  const last = rows.at(PAGE_ROWS - 1);
  return { rows: rows.slice(0, PAGE_ROWS), next: rows.length > PAGE_ROWS && last ? { day: last.day, seq: last.seq } : null };
}
