import { type Fields, type FieldValue, MAX_DEPTH } from "./fields";
import { PushRefused } from "./push-refused";

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * The fields of a push in the JSON variant (protocol 1.7), in the shape of `xmlFields`: numbers
 * keep the digits they were sent with, `null` is absent, one object in `List` is a list of one.
 * Throws `PushRefused("malformed")`.
 */
export function jsonFields(json: string): Fields {
  const fields = asField(parse(json.trim().replace(/^\uFEFF/, "")), 1);
  if (!fields || typeof fields === "string" || Array.isArray(fields)) throw malformed("not a JSON object");
  return fields;
}

function parse(json: string): unknown {
  try {
    JSON.parse(json);
    return JSON.parse(json.replace(stringOrNumber, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch {
    throw malformed("not JSON");
  }
}

function asField(value: unknown, depth: number): FieldValue | undefined {
  if (depth > MAX_DEPTH) throw malformed("nested too deeply");
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((item) => asField(item, depth + 1) ?? "");
  if (typeof value !== "object") return String(value);

  const entries = Object.entries(value).flatMap(([name, child]) => {
    const field = asField(child, depth + 1);
    return field === undefined || name === "__proto__" ? [] : [[name, inList(name, field)] as const];
  });
  return Object.fromEntries(entries);
}

function inList(name: string, field: FieldValue): FieldValue {
  return (name === "item" || name === "List") && !Array.isArray(field) ? [field] : field;
}

function malformed(detail: string): PushRefused {
  return new PushRefused("malformed", detail);
}
