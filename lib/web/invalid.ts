import type { z } from "zod";
import type { Problem } from "./problem";

/** A request that cannot be understood, or whose values are not allowed: answered with its problem. */
export class InvalidRequest extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = "InvalidRequest";
    this.problem = problem;
  }
}

/** The value a schema makes of an input. @throws InvalidRequest 422 that names each wrong field, and the values it may have. */
export function parseWith<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(fieldError);
  const detail = errors.map(({ field, detail }) => `${field}: ${detail}`).join("; ");
  throw new InvalidRequest({ code: "invalid", status: 422, title: "Values not allowed", detail, facts: { errors } });
}

type FieldError = { field: string; detail: string; allowed?: unknown[] };

function fieldError(issue: z.core.$ZodIssue): FieldError {
  const field = issue.path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "body");
  if (issue.code === "invalid_value") return { field, detail: `must be one of ${issue.values.join(", ")}`, allowed: [...issue.values] };
  return { field, detail: issue.message };
}
