import { QUESTION_KINDS } from "@/lib/sla/rules";
import { Prisma } from "@/prisma/generated/client";
import type { QueueQuery } from "./rules";

export const OPEN = Prisma.sql`q."endedAt" IS NULL`;

const OWED_OR_NEVER = Prisma.sql`COALESCE(q."actBy", 'infinity'::timestamptz)`;
const KIND_PLACE = Prisma.sql`(array_position(ARRAY[${Prisma.join([...QUESTION_KINDS])}]::"QuestionKind"[], q.kind) - 1)::text COLLATE "C"`;

type KeyName = "group" | "calm" | "at" | "id";
/** What rows are sorted by, the weightiest first, all in one direction. `never`: nothing is owed for any of them, so that the id alone tells. */
export type Order = { keys: readonly (readonly [KeyName, Prisma.Sql])[]; descending: boolean; never?: true };
/** What a row was sorted by, as the database told it. */
export type Placed = { id: string; placeGroup: string | null; placeCalm: number | null; placeAt: Date | null };

const ID = ["id", Prisma.sql`q.id`] as const;
const URGENCY = [["calm", Prisma.sql`q.calm`], ["at", OWED_OR_NEVER], ID] as const;

/** Danger first, then the sooner of promise and WeChat window, then what waits for the resident. */
export const BY_URGENCY: Order = { keys: URGENCY, descending: false };
/** Where BY_URGENCY puts what has ended: behind everything that is owed. */
export const BEHIND_URGENCY: Order = { keys: [ID], descending: false, never: true };
export const BY_END: Order = { keys: [["at", Prisma.sql`q."endedAt"`], ID], descending: true };
export const NEWEST_FIRST: Order = { keys: [["at", Prisma.sql`q."openedAt"`], ID], descending: true };
export const BY_ID: Order = { keys: [ID], descending: false };

/** The order of the queue; sorting.ts says the same of rows in the browser, and a test holds the two together. */
export function orderOf({ view, sort }: QueueQuery, windowClosesAt: Prisma.Sql): Order {
  const grouped = (group: Prisma.Sql): Order => ({ keys: [["group", group], ...URGENCY], descending: false });
  switch (sort) {
    case "urgency":
      return BY_URGENCY;
    case "newest":
      return view === "done" ? BY_END : NEWEST_FIRST;
    case "oldest":
      return { ...(view === "done" ? BY_END : NEWEST_FIRST), descending: false };
    case "account":
      return grouped(Prisma.sql`q."accountId"::text COLLATE "C"`);
    case "kind":
      return grouped(KIND_PLACE);
    case "assignee":
      return grouped(Prisma.sql`COALESCE(q."assignedToId"::text, '') COLLATE "C"`);
    case "window":
      return { keys: [["at", Prisma.sql`COALESCE(${windowClosesAt}, 'infinity'::timestamptz)`], ID], descending: false };
  }
}

/** ORDER BY of an order. */
export function sortedBy({ keys, descending }: Order): Prisma.Sql {
  return Prisma.join(
    keys.map(([, sql]) => (descending ? Prisma.sql`${sql} DESC` : sql)),
    ", ",
  );
}

/** The keys of a row, to be selected beside it: a cursor is made of them. */
export function placeOf({ keys, never }: Order): Prisma.Sql {
  if (never) return Prisma.sql`NULL AS "placeGroup", 1 AS "placeCalm", NULL::timestamptz AS "placeAt"`;
  const key = (name: KeyName) => keys.find(([known]) => known === name)?.[1] ?? Prisma.sql`NULL`;
  return Prisma.sql`(${key("group")})::text AS "placeGroup", (${key("calm")})::int AS "placeCalm", NULLIF((${key("at")})::timestamptz, 'infinity') AS "placeAt"`;
}

/** Which rows come after a page's last one. A cursor that makes no sense starts over. */
export function comesAfter({ keys, descending, never }: Order, cursor: string | null | undefined): Prisma.Sql {
  const last = read(cursor);
  if (never && (last?.calm === 0 || last?.at)) return Prisma.sql`true`;
  const groups = keys.some(([name]) => name === "group");
  if (!last || (groups && last.group === null) || (descending && last.at === null)) return Prisma.sql`true`;
  const values = {
    group: Prisma.sql`${last.group}::text COLLATE "C"`,
    calm: Prisma.sql`${last.calm}::smallint`,
    at: Prisma.sql`${last.at ?? "infinity"}::timestamptz`,
    id: Prisma.sql`${last.id}::uuid`,
  };
  const row = Prisma.join(keys.map(([, sql]) => sql));
  const than = Prisma.join(keys.map(([name]) => values[name]));
  return descending ? Prisma.sql`(${row}) < (${than})` : Prisma.sql`(${row}) > (${than})`;
}

/** The cursor that continues after this row, under the order it was read by. */
export function cursorAfter({ id, placeGroup, placeCalm, placeAt }: Placed): string {
  const places = [placeCalm ?? 1, placeAt?.toISOString() ?? null, id, ...(placeGroup === null ? [] : [placeGroup])];
  return Buffer.from(JSON.stringify(places)).toString("base64url");
}

/** Whether a cursor is one that we gave. */
export function isCursor(cursor: string): boolean {
  return read(cursor) !== null;
}

const INSTANT = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isText = (value: unknown): value is string => typeof value === "string";
/** An id, the place of a kind, or nothing. */
const GROUP = /^[0-9a-f-]{0,36}$/;

function read(cursor: string | null | undefined): { calm: number; at: string | null; id: string; group: string | null } | null {
  if (!cursor) return null;
  try {
    const [calm, at, id, group = null] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const instant = at === null || (isText(at) && INSTANT.test(at) && !Number.isNaN(Date.parse(at)));
    const sound =
      (calm === 0 || calm === 1) && instant && isText(id) && UUID.test(id) && (group === null || (isText(group) && GROUP.test(group)));
    return sound ? { calm, at, id, group } : null;
  } catch {
    return null;
  }
}
