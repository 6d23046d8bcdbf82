/** What a JSON body holds, before it is looked at. */
export type Fields = Record<string, unknown>;

/** Whether it is an object with names. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether it is a list of nothing but texts. */
export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
