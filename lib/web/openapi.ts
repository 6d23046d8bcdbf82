import { z } from "zod";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import { named } from "./api-answers";
import type { Operation } from "./api-operation";
import { operations } from "./api-operations";
import { EXTENSIONS } from "./media-response";
import { refusalProblem } from "./problem";

type Json = Record<string, unknown>;

/** What every call may be answered, whatever it is about: codes by status. */
const ALWAYS: Record<number, readonly string[]> = {
  401: ["unauthorized"],
  403: ["notAllowed"],
  422: ["invalid"],
  500: ["unexpected"],
  503: ["unavailable"],
};
/** The same where a body is read. */
const WITH_BODY: Record<number, readonly string[]> = { 400: ["malformed"], 413: ["tooLarge"], 415: ["unsupportedMediaType"] };
const WORDS: Record<number, string> = {
  400: "The body is no JSON in UTF-8.",
  401: "No token, an unknown one or a revoked one.",
  403: "The token's role may not do this.",
  404: "Not there, or not in the accounts of the token.",
  409: "The desk has moved on: read again and decide anew.",
  413: "The body is larger than 64 KiB.",
  415: "The body is not declared as JSON.",
  422: "Values that are not allowed.",
  500: "A defect of the desk; it is in its log.",
  503: "The database does not answer; Retry-After says when to ask again.",
};
const BEARER = "Minted by `npm run token`; it is the author of what it does.";
const KEY = "Makes it safe to send the same again: kept seven days for each token. The same key with anything else is 422.";
const RANGE = "One range of bytes, as RFC 9110 has it: bytes=0-65535.";
const FILE = Object.fromEntries(Object.keys(EXTENSIONS).map((contentType) => [contentType, {}]));
const fileAnswers = {
  200: { description: "All of the file.", content: FILE },
  206: { description: "The bytes that Range asks for; Content-Range says which.", content: FILE },
  416: { description: "The file has no such bytes; Content-Range says how many it has." },
};

/** The API as OpenAPI 3.1, made of the very schemas that its routes accept and answer by. */
export function openapiDocument(): Json & { openapi: "3.1.0" } {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(id, operation, schemas) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Jida", version: "1", description: "The JSON API of the desk, for other systems of the same authority." },
    servers: [{ url: "/api/v1" }],
    security: [{ bearer: [] }],
    paths,
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", description: BEARER } }, schemas },
  };
}

/** Every problem that an operation may be answered: codes by status. */
export function problemsOf({ method, missing, refusals }: Operation): Map<number, string[]> {
  const codes = new Map<number, string[]>();
  const add = (status: number, more: readonly string[]) => codes.set(status, [...(codes.get(status) ?? []), ...more]);
  for (const table of [ALWAYS, ...(method === "post" ? [WITH_BODY] : [])])
    for (const [status, more] of Object.entries(table)) add(Number(status), more);
  const refused: readonly RefusalCode[] = missing ? [missing, ...refusals] : refusals;
  for (const code of refused) add(refusalProblem(new Refusal(code)).status, [code]);
  return codes;
}

function described(operationId: string, operation: Operation, schemas: Json): Json {
  const { summary, query, body, answer, status } = operation;
  const parameters = [
    ...(operation.missing ? [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }] : []),
    ...(query ? queryParameters(query, schemas) : []),
    ...(answer ? [] : [{ name: "Range", in: "header", description: RANGE, schema: { type: "string" } }]),
    ...(operation.isIdempotent
      ? [{ name: "Idempotency-Key", in: "header", description: KEY, schema: { type: "string", minLength: 1, maxLength: 255 } }]
      : []),
  ];
  const problems = [...problemsOf(operation)].sort(([one], [other]) => one - other);
  return {
    operationId,
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: made(body, schemas) } } } } : {}),
    responses: {
      ...(answer
        ? { [status]: { description: summary, content: { "application/json": { schema: made(answer, schemas) } } } }
        : fileAnswers),
      ...Object.fromEntries(problems.map(([code, codes]) => [code, problemAnswer(code, codes, schemas)])),
    },
  };
}

function queryParameters(query: z.ZodObject, schemas: Json): Json[] {
  const { properties = {} } = made(query, schemas) as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: "query", required: false },
    ...(description ? { description } : {}),
    schema,
  }));
}

function problemAnswer(status: number, codes: readonly string[], schemas: Json): Json {
  const schema = z.looseObject({
    type: z.enum(codes.map((code) => `urn:jida:problem:${code}`)),
    title: z.string(),
    status: z.literal(status),
    detail: z.string(),
  });
  return { description: WORDS[status] ?? "", content: { "application/problem+json": { schema: made(schema, schemas) } } };
}

/** A schema as JSON Schema; those with a name go among the others by that name. Dates are written as texts. */
function made(schema: z.ZodType, schemas: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, {
    io: "input",
    metadata: named,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  });
  Object.assign(schemas, elsewhere($defs));
  return elsewhere(rest);
}

function elsewhere(schema: object): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
