import { hkdfSync } from "node:crypto";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { ActingOfficer } from "@/lib/officers/scope";
import { type CloseReason, UNDO_CLOSE_SECONDS } from "@/lib/questions/rules";
import { now } from "@/lib/time/clock";
import { after, DAY, SECOND } from "@/lib/time/rules";
import { CLOSINGS_SHOWN_WEEKS, SAMPLE_DIVISOR } from "./rules";

/** A closing without a reply that chance has laid before the supervisors. */
export type SampledClosing = {
  questionId: string;
  threadId: string;
  accountId: string;
  accountName: string;
  closedAt: Date;
  closedBy: { id: string; name: string };
  reason: CloseReason;
  openedAt: Date;
  /** What the resident had said, oldest first, a few messages of it. */
  said: { kind: string; text: string }[];
};
/** What one officer closed without a reply in the last four weeks, and what was thought of it. */
export type ClosingCounts = { officer: { id: string; name: string }; closed: number; reviewed: number; overturned: number };

const SHOWN = 100;
const SAID_SHOWN = 3;

/**
 * What an officer has to look at: one closing in twenty by chance, and of everybody who closed something in a week that is over at least
 * one. Which ones nobody can know who closes: the hash is keyed. Never one's own; the oldest first.
 */
export async function closingsToReview(officer: ActingOfficer, at = now()): Promise<SampledClosing[]> {
  const sampled = await sample(officer, at);
  const found = await db.question.findMany({
    where: { id: { in: sampled.slice(0, SHOWN).map(({ id }) => id) } },
    include: {
      closedBy: { select: { id: true, name: true } },
      thread: { select: { resident: { select: { account: { select: { name: true } } } } } },
      messages: { where: { direction: "inbound" }, orderBy: { seq: "asc" }, take: SAID_SHOWN, select: { kind: true, text: true } },
    },
    orderBy: [{ closedAt: "asc" }, { id: "asc" }],
  });
  return found.flatMap(({ id, threadId, accountId, openedAt, closedAt, closedBy, closeReason, thread, messages }) =>
    closedAt && closedBy && closeReason
      ? [
          {
            questionId: id,
            threadId,
            accountId,
            accountName: thread.resident.account.name,
            closedAt,
            closedBy,
            reason: closeReason,
            openedAt,
            said: messages,
          },
        ]
      : [],
  );
}

/** How many those are. */
export async function countClosingsToReview(officer: ActingOfficer, at = now()): Promise<number> {
  return (await sample(officer, at)).length;
}

/** Of the last four weeks, officer by officer, most closings first. */
export async function closingCounts({ scope }: ActingOfficer, at = now()): Promise<ClosingCounts[]> {
  return db.$queryRaw<ClosingCounts[]>`
    SELECT jsonb_build_object('id', o.id, 'name', o.name) AS officer, sum(c.closed)::int AS closed, sum(c.reviewed)::int AS reviewed, sum(c.overturned)::int AS overturned
    FROM (
      SELECT q."closedById" AS id, 1 AS closed, 0 AS reviewed, 0 AS overturned FROM "Question" q
        WHERE q."accountId" = ANY (${[...scope.accountIds]}::uuid[]) AND q."closedAt" > ${fourWeeksBefore(at)} AND q."closedById" IS NOT NULL
          AND NOT EXISTS (SELECT FROM "ClosingReview" v WHERE v."questionId" = q.id AND v."closedAt" = q."closedAt")
      UNION ALL
      SELECT v."closedById", 1, 1, (v.verdict = 'overturned')::int FROM "ClosingReview" v
        WHERE v."accountId" = ANY (${[...scope.accountIds]}::uuid[]) AND v."closedAt" > ${fourWeeksBefore(at)}
    ) c JOIN "Officer" o ON o.id = c.id GROUP BY o.id, o.name ORDER BY closed DESC, o.name, o.id`;
}

async function sample({ id, scope }: ActingOfficer, at: Date): Promise<{ id: string }[]> {
  // A week is the account's, from Monday; a closing that can still be undone is none yet.
  return db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT q.*, row_number() OVER (PARTITION BY q."accountId", q."closedById", q.week ORDER BY q.hash, q.id) AS place
      FROM (
        SELECT q.id, q."accountId", q."closedAt", q."closedById", encode(sha256(convert_to(${KEY} || q.id::text, 'UTF8')), 'hex') COLLATE "C" AS hash,
          date_trunc('week', q."closedAt" AT TIME ZONE a."timeZone") AS week, date_trunc('week', ${at}::timestamptz AT TIME ZONE a."timeZone") AS "thisWeek"
        FROM "Question" q JOIN "OfficialAccount" a ON a.id = q."accountId"
        WHERE q."accountId" = ANY (${[...scope.accountIds]}::uuid[]) AND q."closedAt" > ${since(at)}
          AND q."closedAt" <= ${after(at, -UNDO_CLOSE_SECONDS * SECOND)} AND q."closedById" IS NOT NULL
      ) q WHERE q.week >= q."thisWeek" - ${CLOSINGS_SHOWN_WEEKS} * interval '7 days'
    ) closing
    LEFT JOIN LATERAL (
      SELECT bool_or(v."questionId" = closing.id AND v."closedAt" = closing."closedAt") AS "thisOne", count(*) AS "ofWeek" FROM "ClosingReview" v
      JOIN "OfficialAccount" a ON a.id = v."accountId"
      WHERE v."accountId" = closing."accountId" AND v."closedById" = closing."closedById" AND date_trunc('week', v."closedAt" AT TIME ZONE a."timeZone") = closing.week
    ) reviewed ON closing.hash < ${THRESHOLD} OR place = 1
    WHERE (closing.hash < ${THRESHOLD} OR (week < "thisWeek" AND place = 1 AND "ofWeek" = 0)) AND "thisOne" IS NOT TRUE AND "closedById" <> ${id}::uuid
    ORDER BY "closedAt", id`;
}

/** A week more than is shown, for the one that the account's clock has begun already or not yet. */
const since = (at: Date) => after(at, -(CLOSINGS_SHOWN_WEEKS + 1) * 7 * DAY);

const fourWeeksBefore = (at: Date) => after(at, -CLOSINGS_SHOWN_WEEKS * 7 * DAY);

const KEY = Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "jida", "closings laid before the supervisor", 32)).toString("hex");
/** Below this stands one hash in twenty, as hexadecimal digits compare. */
const THRESHOLD = Math.floor(2 ** 32 / SAMPLE_DIVISOR)
  .toString(16)
  .padStart(8, "0");
