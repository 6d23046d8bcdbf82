import { mintToken } from "@/lib/officers/mint-token";
import type { Role } from "@/lib/officers/rules";
import type { OperationHandler } from "@/lib/web/api-operation";
import { expectDocumented } from "./documented";

type Call = {
  method?: string;
  /** After /api/v1, query included. */
  path?: string;
  params?: Record<string, string>;
  /** Sent as JSON; a string goes out as it stands. */
  body?: unknown;
  headers?: Record<string, string>;
};
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

/** A program with a token of its own, and how it calls a route's handler: a real request, a parsed answer. */
export async function program(role: Role = "officer") {
  const { officerId, token } = await mintToken({ name: "program", role });
  const calls = (handler: OperationHandler, call: Call = {}) =>
    ask(handler, { ...call, headers: { authorization: `Bearer ${token}`, ...call.headers } });
  return { officerId, token, calls };
}

/** Calls a handler with exactly these headers. Whatever it answers must be as the API's document says. */
export async function ask(
  handler: OperationHandler,
  { method = "GET", path = "", params = {}, body, headers = {} }: Call,
): Promise<Answer> {
  const json = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  const request = new Request(`http://desk.test/api/v1${path}`, { method, headers: { ...type, ...headers }, ...json });
  const response = await handler(request, { params: Promise.resolve(params) });
  const answer = { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
  if (handler.operation) expectDocumented(handler.operation, answer);
  return answer;
}
