import type pg from "pg";
import { answerDue } from "@/lib/sla/answering";
import { type Book, DEFAULT_BOOK, startClock, termsAt } from "@/lib/sla/terms";
import { formerTimeZones } from "@/lib/time/zones";
import type { Asked, Due, Dues } from "./facts";
import type { Course } from "./history";

const BOOKS = `SELECT a.id, a."timeZone", a."formerTimeZones",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'effectiveFrom', p."effectiveFrom", 'policy', p.policy) ORDER BY p."effectiveFrom")
      FROM "SlaPolicy" p WHERE p."accountId" = a.id), '[]') AS policies,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'effectiveFrom', c."effectiveFrom", 'calendar', c.calendar) ORDER BY c."effectiveFrom")
      FROM "WorkCalendar" c WHERE c."accountId" = a.id), '[]') AS calendars
  FROM "OfficialAccount" a WHERE a.id = ANY($1::uuid[])`;

type Told<Term> = readonly (Omit<Term, "effectiveFrom"> & { effectiveFrom: string })[];
type BookRow = {
  id: string;
  timeZone: string;
  formerTimeZones: unknown;
  policies: Told<Book["policies"][number]>;
  calendars: Told<Book["calendars"][number]>;
};

/** Everything that some accounts ever promised, by account. */
export async function booksOf(client: pg.ClientBase, accountIds: readonly string[]): Promise<Map<string, Book>> {
  const { rows } = await client.query<BookRow>(BOOKS, [accountIds]);
  const dated = <Term extends { effectiveFrom: string }>(terms: readonly Term[]) =>
    terms.map((term) => ({ ...term, effectiveFrom: new Date(term.effectiveFrom) }));
  return new Map(
    rows.map(({ id, policies, calendars, ...row }) => [
      id,
      {
        timeZone: row.timeZone,
        formerTimeZones: formerTimeZones(row.formerTimeZones),
        policies: dated(policies),
        calendars: dated(calendars),
      },
    ]),
  );
}

/** What the clocks of a question say: each by the terms of the instant at which it began. */
export function duesOf(asked: Asked, course: Course, book: Book = DEFAULT_BOOK): Dues {
  const { openedAt, answerMinutes, answerAroundTheClock } = asked;
  const hours = answerAroundTheClock ? null : termsAt(book, openedAt);
  return {
    next: (since) => dueOf(asked, course, book, since),
    answer: answerMinutes === null ? null : answerDue(hours, openedAt, answerMinutes, course.pauses),
  };
}

/** The clock of a resident who waits again: by the terms, the kind and the danger of the instant at which the wait began. */
function dueOf(asked: Asked, course: Course, book: Book, since: Date): Due {
  const kind = course.kinds.findLast(({ from }) => from <= since)?.kind ?? course.kindBefore ?? asked.kind;
  // Only events older than this fact don't say which message named the danger.
  const urgent = course.dangers.findLast(({ from }) => from <= since)?.urgent ?? (course.dangers.length === 0 && asked.urgent);
  const { countedFrom, dueAt } = startClock(termsAt(book, since), { at: since, kind, urgent }, "nextResponse");
  return { countedFrom, dueAt };
}
