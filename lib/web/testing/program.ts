import { mintToken } from "@/lib/officers/mint-token";
import type { Role } from "@/lib/officers/rules";
import type { ApiHandler } from "@/lib/web/api-route";

type Call = {
  method?: "GET" | "POST";
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
  const calls = (handler: ApiHandler, call: Call = {}) =>
    ask(handler, { ...call, headers: { authorization: `Bearer ${token}`, ...call.headers } });
  return { officerId, token, calls };
}

/** Calls a handler with exactly these headers. */
export async function ask(handler: ApiHandler, { method = "GET", path = "", params = {}, body, headers = {} }: Call): Promise<Answer> {
  const json = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  const request = new Request(`http://desk.test/api/v1${path}`, { method, headers: { ...type, ...headers }, ...json });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}
