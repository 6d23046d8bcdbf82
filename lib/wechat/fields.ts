import { PushRefused } from "./push-refused";

/** The fields of a push. Every leaf is the text as the platform wrote it, so a 64-bit id never becomes a float. */
export type Fields = { [name: string]: FieldValue };
export type FieldValue = string | Fields | FieldValue[];

/** Deeper than any push of the protocol (five levels), far below what could exhaust a stack. */
export const MAX_DEPTH = 16;

/** The text of a field, `null` when it is absent; a repeated or nested one is no text: `PushRefused("malformed")`. */
export function textOf(fields: Fields, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (value === undefined) return null;
  if (typeof value !== "string") throw new PushRefused("malformed", `${name} is not one text`);
  return value;
}

/** Like `textOf`, but absent or empty is malformed as well. */
export function requiredText(fields: Fields, name: string): string {
  const value = textOf(fields, name);
  if (!value) throw new PushRefused("malformed", `${name} is missing`);
  return value;
}
