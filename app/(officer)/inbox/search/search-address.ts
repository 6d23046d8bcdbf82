import { QUESTION_STATUSES, type QuestionStatus } from "@/lib/questions/rules";
import { dayName, dayNumber, daysLater, instantOf } from "@/lib/time/zones";

/** What is looked for and within which bounds. `from` and `until` are days as 2026-11-22, both included. */
export type SearchQuery = { q: string; from?: string; until?: string; officer?: string; account?: string; state?: QuestionStatus };
/** Something said that the thread is to be shown at: its id, and when it was said, in milliseconds. */
export type Said = { id: string; at: number };

const DAY_TEXT = /^20\d\d-\d\d-\d\d$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SAID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,14})$/;

/** The search that an address says (`q, from, until, officer, account, state`), or null when it says none. What makes no sense is left out. */
export function readSearch(search: string): SearchQuery | null {
  const params = new URLSearchParams(search);
  const q = params.get("q");
  if (q === null) return null;
  const value = (name: string, sense: (given: string) => boolean) => {
    const given = params.get(name);
    return given !== null && sense(given) ? { [name]: given } : {};
  };
  const isId = (given: string) => UUID.test(given);
  const state = QUESTION_STATUSES.find((known) => known === params.get("state"));
  return {
    q,
    ...value("from", isDay),
    ...value("until", isDay),
    ...value("officer", isId),
    ...value("account", isId),
    ...(state && { state }),
  };
}

/** What an address leads to within the thread, or null. */
export function readSaid(search: string): Said | null {
  const [, id, at] = SAID.exec(new URLSearchParams(search).get("said") ?? "") ?? [];
  return id && at ? { id, at: Number(at) } : null;
}

/** The part of an address that says a search and a place in the thread, with its `?`. */
export function searchAddress(query: SearchQuery, said: Said | null): string {
  return withSaid(`?${new URLSearchParams(query)}`, said);
}

/** An address's search with another place in the thread, or with none. */
export function withSaid(search: string, said: Said | null): string {
  const params = new URLSearchParams(search);
  if (said) params.set("said", `${said.id}.${said.at}`);
  else params.delete("said");
  const all = params.toString();
  return all && `?${all}`;
}

/** A search as the server is asked for it: days as instants of a zone's clocks, the end not included. */
export function searchParams({ from, until, ...query }: SearchQuery, cursor: string | null, timeZone: string): URLSearchParams {
  return new URLSearchParams({
    ...query,
    ...(from && { from: startOf(from, timeZone) }),
    ...(until && { until: startOf(daysLater(until, 1), timeZone) }),
    ...(cursor && { cursor }),
  });
}

function isDay(value: string): boolean {
  // Some days that do not exist are read as those after the month's end.
  return DAY_TEXT.test(value) && !Number.isNaN(dayNumber(value)) && dayName(dayNumber(value)) === value;
}

function startOf(day: string, timeZone: string): string {
  return instantOf(day, "00:00", timeZone).toISOString();
}
