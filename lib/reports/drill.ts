import type pg from "pg";
import type { Scope } from "@/lib/officers/scope";
import { numberOf } from "@/lib/questions/rules";
import { markOf } from "@/lib/residents/rules";
import { Prisma } from "@/prisma/generated/client";
import { countBy } from "./counting";
import type { DrillPage, DrillRow } from "./results";
import { DRILL_PAGE, DUTY_MEASURES, type DutyMeasure } from "./rules";
import type { DrillMeasure, DrillQuery } from "./schema";
import { aroundDays, atOneInstant, column, daysOfFacts, filtersOf, idsOf, rowsOf, type Selection, selected } from "./selection";

type DutyMilestone = "next" | "promise" | "answer";
type Place = { value: string; questionId: string; ordinal: number };
type FlatRow = Omit<DrillRow, "key" | "number" | "mark" | "cluster" | "topic" | "officer"> & {
  ordinal: number;
  placeValue: string;
  openedAt: Date;
  openedZone: string;
  residentId: string;
  clusterId: string | null;
  place: string | null;
  matter: string | null;
  topicId: string | null;
  topicName: string | null;
  officerId: string | null;
  officerName: string | null;
};

const TIMED: readonly DrillMeasure[] = [
  "responded",
  "onTime",
  "within10",
  "within3",
  "answered",
  "nextResponded",
  "nextOnTime",
  "answersOnTime",
];
const LATE: readonly DrillMeasure[] = ["late", "nextLate", "answersLate"];
const NEVER = 2_147_483_647;
/** As PostgreSQL writes one. */
const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;
const CURSOR = /^([^_]+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(\d{1,5})$/;

/**
 * The rows behind one number of a report, a page of them, and how many there are: as many as the number says. A cell's day, weekday,
 * hour or reason narrows them; what was open when a day ended is asked for by that day.
 */
export async function readDrill(scope: Scope, query: DrillQuery, limit = DRILL_PAGE): Promise<DrillPage> {
  const { measure, day, weekday, hour, reason } = query;
  const isBacklog = measure === "backlog";
  const whole = await selected(scope, query);
  const period = day && !isBacklog ? narrowed(whole, day) : whole.period;
  const selection: Selection = { ...whole, period, weekday, hour, reason };
  return atOneInstant(async (client) => {
    const total = isBacklog ? await countBacklog(client, selection, day ?? "") : await countOf(client, selection, measure);
    const rows = await pageOf(client, selection, query, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > limit && last ? `${last.placeValue}_${last.questionId}_${last.ordinal}` : null;
    return { rows: shown.map((row) => asRow(row)), nextCursor, total };
  });
}

/** A day outside the period holds nothing of it. */
function narrowed({ period }: Selection, day: string) {
  return day < period.from || day > period.to ? { from: day, to: "0001-01-01" } : { from: day, to: day };
}

async function countOf(client: pg.ClientBase, selection: Selection, measure: Exclude<DrillMeasure, "backlog">): Promise<number> {
  if (selection.period.from > selection.period.to) return 0;
  return (await countBy(client, selection, "none")).get("all")?.[measure] ?? 0;
}

async function countBacklog(client: pg.ClientBase, selection: Selection, day: string): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    client,
    Prisma.sql`SELECT count(*)::int AS total FROM "QuestionFact" f WHERE f."accountId" = ANY(${idsOf(selection)}) AND ${openWhen(day)} AND ${filtersOf(selection)}`,
  );
  return row?.total ?? 0;
}

/** Open when that day ended: it has an index of its own. */
function openWhen(day: string): Prisma.Sql {
  return Prisma.sql`f."endedDay" IS DISTINCT FROM f.day AND daterange(f.day, f."endedDay") @> ${day}::date`;
}

async function pageOf(client: pg.ClientBase, selection: Selection, query: DrillQuery, limit: number): Promise<FlatRow[]> {
  const { measure, day } = query;
  const isDuty = (DUTY_MEASURES as readonly string[]).includes(measure);
  const milestone = isDuty ? milestoneOf(measure as DutyMeasure) : null;
  const { by, type } = placeBy(query, milestone);
  const counted =
    measure === "backlog"
      ? Prisma.sql`true`
      : Prisma.sql`${daysOfFacts(selection)} AND ${aroundDays(selection, isDuty ? "at" : "openedAt")} AND ${measure === "opened" ? Prisma.sql`true` : Prisma.sql`f.${column(measure)}`} AND ${impliedBy(measure)}${type === "int" && TIMED.includes(measure) ? Prisma.sql` AND ${by} IS NOT NULL` : Prisma.empty}`;
  const own = milestone ? Prisma.sql`f.milestone = ${milestone}` : Prisma.sql`true`;
  const ordinal = milestone ? Prisma.sql`f.ordinal` : Prisma.sql`0`;
  const after = placeAfter(query.cursor, type);
  const keys = [by, Prisma.sql`f."questionId"`, ...(milestone ? [ordinal] : [])];
  const sorted = Prisma.join(
    keys.map((key) => Prisma.sql`${key} DESC`),
    ", ",
  );
  const behind = after ? Prisma.sql`(${Prisma.join(keys)}) < (${placed(after, type, milestone !== null)})` : Prisma.sql`true`;
  const shown = milestone ? OF_DUTY : measure === "answered" ? OF_ANSWER : OF_QUESTION;
  const facts = measure === "backlog" ? Prisma.sql`backlog f` : milestone ? Prisma.sql`"DutyFact" f` : Prisma.sql`"QuestionFact" f`;
  // Few are open at once: found first and sorted then, they are not looked for among all that ever came, from the latest back.
  const found = Prisma.sql`WITH backlog AS MATERIALIZED (
        SELECT * FROM "QuestionFact" f WHERE f."accountId" = ANY(${idsOf(selection)}) AND ${openWhen(day ?? "")})`;
  return rowsOf<FlatRow>(
    client,
    Prisma.sql`${measure === "backlog" ? found : Prisma.empty}
      SELECT ${shown}, ${ordinal} AS ordinal, ${by}::text AS "placeValue", f."questionId", f."accountId", f."threadId", f.kind::text AS kind, f.outside,
        f."dueAt", f."clusterId", f."topicId", f."officerId", f."lateReason" AS reason,
        q."openedAt", zone_at(a."timeZone", a."formerTimeZones", q."openedAt") AS "openedZone", q."dangerWord" IS NOT NULL AS urgent, own."answeredAt", own."endedAt", t."residentId",
        c.place, c.matter, o.name AS "officerName", p.name AS "topicName"
      FROM (
        SELECT part.* FROM unnest(${idsOf(selection)}) account(id) CROSS JOIN LATERAL (
          SELECT f.* FROM ${facts}
          WHERE f."accountId" = account.id AND ${own} AND ${counted} AND ${filtersOf(selection)} AND ${behind}
          ORDER BY ${sorted} LIMIT ${limit}
        ) part
      ) f
      JOIN "QuestionFact" own ON own."questionId" = f."questionId" JOIN "Question" q ON q.id = f."questionId"
      JOIN "OfficialAccount" a ON a.id = f."accountId" JOIN "Thread" t ON t.id = f."threadId"
      LEFT JOIN "Cluster" c ON c.id = f."clusterId" LEFT JOIN "Officer" o ON o.id = f."officerId" LEFT JOIN "Topic" p ON p.id = f."topicId"
      ORDER BY ${sorted} LIMIT ${limit}`,
  );
}

const OF_QUESTION = Prisma.sql`f."openedAt" AS at, f."firstRespondedAt" AS "doneAt", f."firstSeconds" AS seconds`;
const OF_ANSWER = Prisma.sql`f."openedAt" AS at, f."answeredAt" AS "doneAt", f."answerSeconds" AS seconds`;
const OF_DUTY = Prisma.sql`f.at, f."doneAt", f.seconds`;

function milestoneOf(measure: DutyMeasure): DutyMilestone {
  if (measure.startsWith("answers")) return "answer";
  return measure.startsWith("next") ? "next" : "promise";
}

/**
 * By when it began; or by how long it took, where that is asked for and known of all, and of what was late, where those that never came
 * took longest.
 */
function placeBy({ order, measure }: DrillQuery, milestone: DutyMilestone | null): { by: Prisma.Sql; type: "timestamptz" | "int" } {
  const seconds = milestone ? Prisma.sql`f.seconds` : measure === "answered" ? Prisma.sql`f."answerSeconds"` : Prisma.sql`f."firstSeconds"`;
  if (order === "slowest" && TIMED.includes(measure)) return { by: seconds, type: "int" };
  if (order === "slowest" && LATE.includes(measure))
    return { by: Prisma.sql`COALESCE(${seconds}, ${Prisma.raw(String(NEVER))})`, type: "int" };
  return { by: milestone ? Prisma.sql`f.at` : Prisma.sql`f."openedAt"`, type: "timestamptz" };
}

/** What holds besides, said for the sake of an index. */
function impliedBy(measure: DrillMeasure): Prisma.Sql {
  if (measure === "running") return Prisma.sql`f.open`;
  return measure === "satisfied" || measure === "solved" ? Prisma.sql`f.rated` : Prisma.sql`true`;
}

/** Null for the first page, and for a cursor that nobody was given. */
function placeAfter(cursor: string | undefined, type: "timestamptz" | "int"): Place | null {
  const [, value = "", questionId = "", ordinal = ""] = cursor?.match(CURSOR) ?? [];
  const isOne = type === "int" ? /^\d{1,10}$/.test(value) && Number(value) <= NEVER : isInstant(value);
  return questionId !== "" && isOne ? { value, questionId, ordinal: Number(ordinal) } : null;
}

/** JavaScript takes the 30th of February for a day of March, PostgreSQL for none. */
function isInstant(value: string): boolean {
  const instant = INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === value.slice(0, 10);
}

function placed({ value, questionId, ordinal }: Place, type: string, isDuty: boolean): Prisma.Sql {
  const keys = [
    Prisma.sql`${value}::${Prisma.raw(type)}`,
    Prisma.sql`${questionId}::uuid`,
    ...(isDuty ? [Prisma.sql`${ordinal}::int`] : []),
  ];
  return Prisma.join(keys);
}

function asRow(flat: FlatRow): DrillRow {
  const {
    ordinal,
    placeValue: _value,
    openedAt,
    openedZone,
    residentId,
    clusterId,
    place,
    matter,
    topicId,
    topicName,
    officerId,
    officerName,
    ...row
  } = flat;
  return {
    ...row,
    key: ordinal === 0 ? row.questionId : `${row.questionId}/${ordinal}`,
    number: numberOf({ id: row.questionId, openedAt, openedZone }),
    mark: markOf(residentId),
    cluster: clusterId ? { id: clusterId, place: place ?? "", matter: matter ?? "" } : null,
    topic: topicId ? { id: topicId, name: topicName ?? "" } : null,
    officer: officerId ? { id: officerId, name: officerName ?? "" } : null,
  };
}
