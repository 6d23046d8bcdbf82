import type { z } from "zod";

/** What is wrong with each field, by its path (`week.0.1`), the first reason of each. */
export type Faults<Fault extends string> = ReadonlyMap<string, Fault>;

/** The reasons for which a schema refuses a value. What it says in words of its own, which people can't have typed, counts as `otherwise`. */
export function faultsOf<Fault extends string>(
  schema: z.ZodType,
  value: unknown,
  known: readonly Fault[],
  otherwise: Fault,
): Faults<Fault> {
  const parsed = schema.safeParse(value);
  const faults = new Map<string, Fault>();
  for (const { path, message } of parsed.error?.issues ?? []) {
    const key = path.join(".");
    if (!faults.has(key)) faults.set(key, known.find((fault) => fault === message) ?? otherwise);
  }
  return faults;
}
