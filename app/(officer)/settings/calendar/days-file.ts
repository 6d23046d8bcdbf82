import type { SpecialDay } from "@/lib/sla/holidays";
import { calendarDay } from "@/lib/sla/schema";

export const MAX_FILE_BYTES = 64 * 1024;
export const MAX_FILE_LINES = 400;
const MAX_NAME_LENGTH = 40;

const KINDS: Record<SpecialDay["kind"], readonly string[]> = {
  holiday: ["holiday", "放假", "休", "休息", "假", "节假日"],
  workday: ["workday", "上班", "班", "补班", "调休上班", "工作日"],
};
const HEADER = /^(day|date|日期)$/i;
const FIELD = /\s*("(?:[^"]|"")*"|[^,，\t"]*?)\s*(?:[,，\t]|$)/y;

/** What is wrong with one line: how many fields it has, its date, its word, its name, or a day that an earlier line has. */
export type LineFault = { line: number; fault: "fields" | "date" | "kind" | "name" | "twice"; text: string };
export type DaysFile = { days: SpecialDay[] } | { fault: "empty" | "tooLarge" | "tooManyLines" | "notText" } | { lines: LineFault[] };

/** The days of a CSV file (day,name,holiday|workday) in UTF-8 or, as older spreadsheets save it, GB 18030; or all that is wrong with it. */
export function readDaysFile(bytes: Uint8Array): DaysFile {
  if (bytes.length > MAX_FILE_BYTES) return { fault: "tooLarge" };
  const text = decoded(bytes);
  if (text === null || text.includes("\0")) return { fault: "notText" };
  const lines = text.split(/\r\n|\r|\n/).map((line, place) => ({ line: place + 1, text: line.trim(), fields: fieldsOf(line) }));
  const first = lines.findIndex((line) => line.text !== "");
  const filled = lines.filter((line, place) => line.text !== "" && !(place === first && HEADER.test(line.fields[0] ?? "")));
  if (filled.length === 0) return { fault: "empty" };
  if (filled.length > MAX_FILE_LINES) return { fault: "tooManyLines" };

  const days: SpecialDay[] = [];
  const faults: LineFault[] = [];
  for (const { line, text: shown, fields } of filled) {
    const read = dayOf(fields, days);
    if (typeof read === "string") faults.push({ line, fault: read, text: shown });
    else days.push(read);
  }
  return faults.length > 0 ? { lines: faults } : { days };
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding: the next one.
    }
  }
  return null;
}

function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < line.length) {
    const [, field = ""] = FIELD.exec(line) ?? [];
    // A quotation mark that nothing ends: the rest can't be told apart.
    if (FIELD.lastIndex === 0) return [line];
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"').trim() : field);
  }
  return fields;
}

function dayOf(fields: readonly string[], known: readonly SpecialDay[]): SpecialDay | LineFault["fault"] {
  const [date = "", name = "", word = "", ...rest] = fields;
  if (fields.length < 3 || rest.some((field) => field !== "")) return "fields";
  const day = dateOf(date);
  if (day === null) return "date";
  if (name.length > MAX_NAME_LENGTH) return "name";
  const kind = (["holiday", "workday"] as const).find((one) => KINDS[one].includes(word.normalize("NFKC").toLowerCase()));
  if (!kind) return "kind";
  return known.some((earlier) => earlier.day === day) ? "twice" : { day, name, kind };
}

/** 2026-2-3, 2026/2/3 or 2026年2月3日 as 2026-02-03; null when there is no such day. */
function dateOf(text: string): string | null {
  const [, year, month = "", day = ""] = /^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize("NFKC")) ?? [];
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return calendarDay.safeParse(written).success ? written : null;
}
