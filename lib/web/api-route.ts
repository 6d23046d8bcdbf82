import { isDatabaseAway } from "@/lib/error-codes";
import { inRequest, log, pathOf } from "@/lib/log";
import { officerOfToken } from "@/lib/officers/queries";
import { may, type Permission } from "@/lib/officers/rules";
import type { ActingOfficer } from "@/lib/officers/scope";
import { hashSecret } from "@/lib/officers/secrets";
import { Refusal } from "@/lib/refusal";
import { reportDefect } from "@/lib/report-defect";
import { clientAddress } from "./client-address";
import { InvalidRequest } from "./invalid";
import { count } from "./metrics";
import { type Problem, problemResponse, refusalProblem } from "./problem";
import { countKnocks, rateLimit } from "./rate-limit";
import { readJson } from "./request-body";

type ApiOfficer = ActingOfficer & { apiTokenId: string };
/** One call of a program: who it is, what stands in the address, and the body's JSON, undefined when there is none. */
type ApiCall = {
  officer: ApiOfficer;
  params: Record<string, string | undefined>;
  url: URL;
  body: unknown;
  idempotencyKey: string | null;
  /** Which bytes of a file are asked for. */
  range: string | null;
};
type Run = (call: ApiCall) => Promise<Response | object>;
export type ApiHandler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

const MAX_KEY_LENGTH = 255;
/** Two hundred a second, of one token in one process: a program that runs wild leaves room for officers. */
const MOST_CALLS = 12_000;
const callsOfTokens = rateLimit(MOST_CALLS);
/** Twenty a second, from one address: what guesses at tokens costs the database no more. */
export const MOST_REFUSED = 1_200;
const refusedOf = countKnocks();
/** Hashes of tokens that were good: who holds one is not kept out by who else calls from that address, or only says so. */
const goodTokens = new Set<string>();

/**
 * A route of the JSON API: only for a bearer token whose role has the permission. What `run` returns is the answer, 200 unless it is a
 * Response. Refusals, invalid input and defects become `application/problem+json`; a defect is logged and says nothing of itself. Each call is a line in the log, without its query and bodies.
 */
export function apiRoute(permission: Permission, run: Run, allows = callsOfTokens): ApiHandler {
  return async (request, context) =>
    inRequest(request.headers.get("x-request-id"), async (requestId) => {
      const begun = performance.now();
      const { answer, officerId } = await answered(request, context, permission, run, allows);
      const { method, url } = request;
      log.info("api call", {
        method,
        path: pathOf(url),
        status: answer.status,
        ms: Math.round(performance.now() - begun),
        officerId,
      });
      count("jida_api_calls_total", { status: String(answer.status) });
      answer.headers.set("x-request-id", requestId);
      return answer;
    });
}

async function answered(
  request: Request,
  context: { params: Promise<object> },
  permission: Permission,
  run: Run,
  allows: typeof callsOfTokens,
) {
  let officerId: string | null = null;
  try {
    const officer = await authenticated(request);
    officerId = officer.id;
    if (!allows(officer.apiTokenId)) throw tooMany(`A token may call ${MOST_CALLS} times a minute.`);
    if (!may(officer.role, permission)) throw new Refusal("notAllowed");
    const params = { ...(await context.params) };
    const answer = await run({
      officer,
      params,
      url: new URL(request.url),
      body: await readJson(request),
      idempotencyKey: keyOf(request),
      range: request.headers.get("range"),
    });
    return { officerId, answer: answer instanceof Response ? answer : jsonResponse(answer) };
  } catch (error) {
    return { officerId, answer: problemResponse(problemOf(error, `api ${request.method} ${pathOf(request.url)}`)) };
  }
}

/** JSON that no cache keeps: it is somebody's. */
export function jsonResponse(value: object, status = 200): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}

async function authenticated(request: Request): Promise<ApiOfficer> {
  const address = clientAddress(Object.fromEntries(request.headers));
  const [, token = ""] = request.headers.get("authorization")?.match(/^Bearer +(\S+) *$/i) ?? [];
  const hash = hashSecret(token);
  if (refusedOf.known(address) >= MOST_REFUSED && !goodTokens.has(hash))
    throw tooMany("Too many calls without a valid token came from this address.");
  try {
    const officer = await officerOf(token);
    goodTokens.add(hash);
    return officer;
  } catch (error) {
    if (error instanceof InvalidRequest) {
      refusedOf.count(address);
      goodTokens.delete(hash);
    }
    throw error;
  }
}

async function officerOf(token: string): Promise<ApiOfficer> {
  if (token === "") throw unauthorized("Send Authorization: Bearer <token>.", 'Bearer realm="jida"');
  const officer = await officerOfToken(token);
  if (!officer) throw unauthorized("There is no such token, or it was revoked.", 'Bearer realm="jida", error="invalid_token"');
  return officer;
}

function keyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || (key !== "" && key.length <= MAX_KEY_LENGTH)) return key;
  const detail = `Idempotency-Key must have 1 to ${MAX_KEY_LENGTH} characters`;
  throw new InvalidRequest({
    code: "invalid",
    status: 422,
    title: "Values not allowed",
    detail,
    facts: { errors: [{ field: "Idempotency-Key", detail }] },
  });
}

function problemOf(error: unknown, where: string): Problem {
  if (error instanceof Refusal) return refusalProblem(error);
  if (error instanceof InvalidRequest) return error.problem;
  reportDefect(where, error);
  if (!isDatabaseAway(error))
    return { code: "unexpected", status: 500, title: "Unexpected error", detail: "The desk could not do this. It has been logged." };
  const detail = "The database does not answer. Ask again with the same Idempotency-Key.";
  return { code: "unavailable", status: 503, title: "Unavailable for the moment", detail, headers: { "retry-after": "5" } };
}

function tooMany(detail: string) {
  return new InvalidRequest({ code: "tooManyCalls", status: 429, title: "Too many calls", detail, headers: { "retry-after": "60" } });
}

function unauthorized(detail: string, challenge: string) {
  return new InvalidRequest({
    code: "unauthorized",
    status: 401,
    title: "No valid token",
    detail,
    headers: { "www-authenticate": challenge },
  });
}
