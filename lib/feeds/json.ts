import { plainLine } from "./plain";

/** A field that a template names: {now.text}, {days.0.high}. */
const FIELD = /\{([^{}]{1,100})\}/g;
/** Letters of one field. No answer takes more, and a template may name a field hundreds of times. */
const MOST_LETTERS = 2_000;

/** What a JSON says: its text, and the moment as it stands there, if one was asked for. */
export type SaidInJson = { kind: "said"; text: string; asOf: string | number | null } | { kind: "unreadable"; reason: JsonReason };
type JsonReason = "notJson" | "fieldMissing" | "textTooLong";

/**
 * Fills a template with the fields of a JSON. A field that is not there, or is no text or number, makes all of it unreadable: half a
 * weather report is a wrong one.
 * @param asOfField the field that says as of when it is true; null: none does
 */
export function saidInJson(json: string, { template, asOfField }: { template: string; asOfField: string | null }): SaidInJson {
  const fields = parsed(json);
  if (fields === undefined) return { kind: "unreadable", reason: "notJson" };
  let [isWhole, isShort] = [true, true];
  const valueAt = (path: string) => {
    const value = path.split(".").reduce<unknown>((inner, name) => childOf(inner, name.trim()), fields);
    const isPlain = (typeof value === "string" && value.trim() !== "") || (typeof value === "number" && Number.isFinite(value));
    isWhole &&= isPlain;
    isShort &&= typeof value !== "string" || value.length <= MOST_LETTERS;
    return isPlain && isShort ? value : "";
  };
  const text = template.replace(FIELD, (_, path: string) => plainLine(String(valueAt(path))));
  const asOf = asOfField === null ? null : valueAt(asOfField);
  if (!isShort) return { kind: "unreadable", reason: "textTooLong" };
  return isWhole ? { kind: "said", text, asOf } : { kind: "unreadable", reason: "fieldMissing" };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function childOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
