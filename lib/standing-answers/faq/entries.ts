import { z } from "zod";
import { standingBodyInput } from "@/lib/standing-answers/bodies";
import { saveDraftInput } from "@/lib/standing-answers/inputs";
import { comparable, numberIn } from "@/lib/standing-answers/normalize";
import { USUAL_PRIORITY } from "@/lib/standing-answers/rules";
import { categoryRulesInput, keywordRuleInput } from "@/lib/standing-answers/schema";
import { DAY } from "@/lib/time/rules";
import { dayName, dayNumber, daysLater, instantOf } from "@/lib/time/zones";
import { FAQ_KINDS, type FaqColumn } from "./columns";
import type { FaqLine } from "./tables";

/** What a line of a file says: a text that is sent to a number and to words. */
export type FaqEntry = { number: number | null; name: string; text: string; keywords: string[]; source: string; validUntil: Date | null };
/** Why a line, or one of its columns, is not taken. `column` null: the line cannot be read. */
type FaqFault = { column: FaqColumn | null; fault: string };
export type ReadLine = { line: number; entry: FaqEntry | null; faults: FaqFault[] };

const { number, name } = categoryRulesInput.shape;
const { source } = saveDraftInput.shape;
const entryInput = z.object({ number, name, text: standingBodyInput, keywords: z.array(keywordRuleInput), source });

const ISO = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const LOCAL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::\d{2})?)?$/;
/** From the day that Excel counts from. */
const DAYS_BEFORE_1970 = 25_569;

/**
 * A line as an answer that can be saved, or all that is wrong with it. `zone`: by whose clocks its days and times are; a day alone holds
 * until it ends.
 */
export function entryOf({ line, cells, broken }: FaqLine, zone: string, at: Date): ReadLine {
  if (broken) return { line, entry: null, faults: [{ column: null, fault: "lineBroken" }] };
  const keywords = keywordsIn(cells.keywords);
  const rule = { kind: "anyOf", words: keywords, excluding: [], priority: USUAL_PRIORITY };
  const checked = entryInput.safeParse({
    number: numberOf(cells.number),
    name: wordsOf(cells.name),
    text: { kind: "text", text: wordsOf(cells.text) },
    keywords: keywords.length === 0 ? [] : [rule],
    source: wordsOf(cells.source),
  });
  const validUntil = instantIn(cells.validUntil, zone);
  const faults: FaqFault[] = (checked.error?.issues ?? []).map(({ path, message }) => ({ column: path[0] as FaqColumn, fault: message }));
  if (validUntil === undefined) faults.push({ column: "validUntil", fault: "dateWrong" });
  else if (validUntil && validUntil <= at) faults.push({ column: "validUntil", fault: "over" });
  if (!isText(cells.kind)) faults.push({ column: "kind", fault: "textsOnly" });
  if (!checked.success || faults.length > 0) return { line, entry: null, faults };
  const { text, keywords: rules, ...kept } = checked.data;
  const entry = { ...kept, text: text.kind === "text" ? text.text : "", keywords: rules[0]?.words ?? [], validUntil: validUntil ?? null };
  return { line, entry, faults: [] };
}

function wordsOf(cell: unknown): string {
  return typeof cell === "string" ? cell.trim() : typeof cell === "number" ? String(cell) : "";
}

/** 3, ３, 三 and 3. are 3; what is no number at all is none that may be. */
function numberOf(cell: unknown): number | null {
  const words = wordsOf(cell);
  return words === "" ? null : (numberIn(comparable(words)) ?? 0);
}

function keywordsIn(cell: unknown): string[] {
  const words = Array.isArray(cell) ? cell.map(wordsOf) : wordsOf(cell).split(/[、,，;；|\n]/);
  return words.map((word) => word.trim()).filter((word) => word !== "");
}

/** Null where there is none, undefined where it is no date. */
function instantIn(cell: unknown, zone: string): Date | null | undefined {
  if (typeof cell === "number") return instantOfSheet(cell, zone);
  const words = wordsOf(cell);
  if (words === "") return null;
  if (ISO.test(words)) return Number.isNaN(Date.parse(words)) ? undefined : new Date(words);
  const [, year, month = "", date = "", hour, minute = ""] = LOCAL.exec(words) ?? [];
  if (year === undefined) return undefined;
  return localInstant(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`, hour && `${hour}:${minute}`, zone);
}

function localInstant(day: string, time: string | undefined, zone: string): Date | undefined {
  if (Number.isNaN(dayNumber(day)) || dayName(dayNumber(day)) !== day) return undefined;
  if (time === undefined) return instantOf(daysLater(day, 1), "00:00", zone);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours < 24 && minutes < 60 ? instantOf(day, time, zone) : undefined;
}

/** Excel's figures are days by the clocks of whoever reads them. */
function instantOfSheet(days: number, zone: string): Date | undefined {
  const shown = new Date(Math.round((days - DAYS_BEFORE_1970) * DAY));
  if (Number.isNaN(shown.getTime()) || days < 1) return undefined;
  const words = shown.toISOString();
  return localInstant(words.slice(0, 10), Number.isInteger(days) ? undefined : words.slice(11, 16), zone);
}

function isText(cell: unknown): boolean {
  const words = wordsOf(cell).toLowerCase();
  return words === "" || Object.values(FAQ_KINDS.text).includes(words);
}
