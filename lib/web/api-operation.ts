import type { z } from "zod";
import type { Permission } from "@/lib/officers/rules";
import type { ActingOfficer } from "@/lib/officers/scope";
import type { RefusalCode } from "@/lib/refusal";
import type { Request as KeptRequest } from "@/lib/replies/requests";
import { idOf, parseQuery } from "./api-query";
import { type ApiHandler, apiRoute, jsonResponse } from "./api-route";
import { canonicalHash } from "./canonical";
import { InvalidRequest, parseWith } from "./invalid";

/** One call of the API as its route keeps it and its document tells it. `path` may hold {id}; `missing` is what such an id that names nothing is answered. */
export type Operation = {
  method: "get" | "post";
  path: string;
  summary: string;
  permission: Permission;
  missing?: RefusalCode;
  query: z.ZodObject | null;
  body: z.ZodType | null;
  /** Null: a file, by its content's own type, in parts if asked. */
  answer: z.ZodType | null;
  status: 200 | 201;
  /** Whether an Idempotency-Key is kept. */
  isIdempotent: boolean;
  refusals: readonly RefusalCode[];
};
/** `id`: the one in the address. `request`: by what the same call is known when it comes again; null without an Idempotency-Key. */
export type OperationCall<Kind extends Operation> = {
  officer: ActingOfficer;
  id: string;
  query: Parsed<Kind["query"]>;
  body: Parsed<Kind["body"]>;
  request: KeptRequest | null;
};
/** Which bytes are asked for, as the header `range` says. */
export type FileCall<Kind extends FileOperation> = {
  officer: ActingOfficer;
  id: string;
  query: Parsed<Kind["query"]>;
  range: string | null;
};
export type FileOperation = Operation & { answer: null };
export type OperationHandler = ApiHandler & { operation?: Operation };
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;
type Method = (typeof METHODS)[number];

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** The route of an operation: takes what its schemas accept and answers what they say, as apiRoute() does. */
export function apiOperation<Kind extends Operation & { answer: z.ZodType }>(
  operation: Kind,
  run: (call: OperationCall<Kind>) => Promise<z.input<Kind["answer"] & z.ZodType>>,
): OperationHandler {
  const handler = apiRoute(operation.permission, async ({ officer, params, url, body: given, idempotencyKey }) => {
    const id = operation.missing ? idOf(params.id, operation.missing) : "";
    const query: unknown = operation.query && parseQuery(operation.query, url);
    const body: unknown = operation.body && parseWith(operation.body, given === undefined ? {} : given);
    const isKept = operation.isIdempotent && idempotencyKey !== null;
    const requestHash = isKept ? canonicalHash({ path: operation.path, id, body }) : "";
    const request = isKept ? { apiTokenId: officer.apiTokenId, key: idempotencyKey, requestHash } : null;
    const parsed = { query: query as Parsed<Kind["query"]>, body: body as Parsed<Kind["body"]> };
    return jsonResponse((await run({ officer, id, ...parsed, request })) as object, operation.status);
  });
  return Object.assign(handler, { operation });
}

/** The route of an operation that answers a file. */
export function apiFile<Kind extends FileOperation>(operation: Kind, run: (call: FileCall<Kind>) => Promise<Response>): OperationHandler {
  const handler = apiRoute(operation.permission, async ({ officer, params, url, range }) => {
    const id = operation.missing ? idOf(params.id, operation.missing) : "";
    const query: unknown = operation.query && parseQuery(operation.query, url);
    return run({ officer, id, query: query as Parsed<Kind["query"]>, range });
  });
  return Object.assign(handler, { operation });
}

/** All methods of an address: those that it has, and for every other one 405 with the list of them; OPTIONS is told that list. */
export function apiMethods(own: Partial<Record<Method, OperationHandler>>): Record<Method, OperationHandler> {
  const allow = Object.keys(own)
    .flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]))
    .concat("OPTIONS")
    .join(", ");
  const refuse = apiRoute("accounts.read", async ({ url }) => {
    const detail = `${url.pathname} takes ${allow}.`;
    throw new InvalidRequest({ code: "methodNotAllowed", status: 405, title: "No such method here", detail, headers: { allow } });
  });
  const list = apiRoute("accounts.read", async () => new Response(null, { status: 204, headers: { allow } }));
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: list, ...own };
}
