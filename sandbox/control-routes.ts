import type { z } from "zod";
import type { Platform } from "./platform";
import type { Resident } from "./residents";

export type ControlRequest = {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
};

export type ControlRoute = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** `:name` stands for one segment. */
  path: string;
  handle: (platform: Platform, request: ControlRequest) => unknown;
};

/** A control call that cannot be served: the status, and a sentence for who wrote the call. */
export class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The values behind `:name`, or null when the path is another. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

/** @throws ControlError 400 that names the field */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ControlError(400, `${issue?.path.join(".") || "body"}: ${issue?.message}`);
}

/** @throws ControlError 404 */
export function residentOf(platform: Platform, { params }: ControlRequest): Resident {
  const resident = platform.residents.get(params.openid ?? "");
  if (!resident) throw new ControlError(404, "no such resident");
  return resident;
}
