import "server-only";
import type { z } from "zod";
import { env } from "@/lib/env";
import { inRequest, pathOf } from "@/lib/log";
import type { SignedInOfficer } from "@/lib/officers/queries";
import type { Permission } from "@/lib/officers/rules";
import { Refusal } from "@/lib/refusal";
import { reportDefect } from "@/lib/report-defect";
import { InvalidRequest } from "./invalid";
import { readPicture, readTypedJson } from "./request-body";
import { currentOfficer, mayNow } from "./require-officer";
import { isFromElsewhere } from "./same-origin";
import { isServed } from "./surface";
import { taking } from "./takes";

/** What a screen sends by itself, at most, in KiB. */
const MAX_KIBIBYTES = 64;

type Run<Schema extends z.ZodType, T> = (input: z.output<Schema>, officer: SignedInOfficer) => Promise<T>;

/**
 * A read of the desk's own screens: a GET whose query the schema accepts, for a signed-in officer with the permission. Answers JSON, or 401, 403, 400.
 * Reads are no server actions, because a browser sends those one at a time: a slow read would hold up a reply.
 */
export function officerRoute<Schema extends z.ZodType, T>(
  permission: Permission,
  schema: Schema,
  run: Run<Schema, T>,
): (request: Request) => Promise<Response> {
  return guarded(permission, schema, async (request) => Object.fromEntries(new URL(request.url).searchParams), run);
}

/**
 * What a screen says by itself while its officer works, even as it is being left: a POST of JSON, at most so many KiB. Answers JSON,
 * or 401, 403, 400 and, with its code and facts, 409 for a refusal. Neither the session's cookie, which keeps to its site, nor the type
 * of JSON, which a browser asks about first, goes along from another's page.
 */
export function officerPost<Schema extends z.ZodType, T>(
  permission: Permission,
  schema: Schema,
  run: Run<Schema, T>,
  most = MAX_KIBIBYTES,
): (request: Request) => Promise<Response> {
  return guarded(permission, schema, (request) => readTypedJson(request, most), run);
}

/**
 * A file that an officer puts in: a POST of a picture's bytes with what the query says, its body handed over as `bytes`. Answers as
 * officerPost() does. The proxy, which would wait for the whole body, leaves it alone, so it checks side and site by itself; nothing
 * is read of what a stranger sends.
 * @param most bytes of the body
 */
export function officerUpload<Schema extends z.ZodType, T>(
  permission: Permission,
  schema: Schema,
  run: Run<Schema, T>,
  most: number,
): (request: Request) => Promise<Response> {
  const inputOf = async (request: Request) => ({
    ...Object.fromEntries(new URL(request.url).searchParams),
    bytes: await readPicture(request, most),
  });
  const take = guarded(permission, schema, inputOf, run);
  return taking(schema, async (request: Request) => keptOut(request) ?? take(request));
}

/** A file that an officer takes home: a GET as officerRoute() reads it, with what the path names, answered by what `run` makes. */
export function officerFile<Schema extends z.ZodType>(
  permission: Permission,
  schema: Schema,
  run: Run<Schema, Response>,
): (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> {
  return guarded(
    permission,
    schema,
    async (request, params) => ({ ...Object.fromEntries(new URL(request.url).searchParams), ...params }),
    run,
    (file) => file,
  );
}

function guarded<Schema extends z.ZodType, T>(
  permission: Permission,
  schema: Schema,
  inputOf: (request: Request, params: Record<string, string>) => Promise<unknown>,
  run: Run<Schema, T>,
  answered = (value: T) => answer(value, 200),
) {
  type Context = { params: Promise<Record<string, string>> };
  return taking(
    schema,
    async (request: Request, context?: Context): Promise<Response> =>
      inRequest(request.headers.get("x-request-id"), () => read(request, context)),
  );

  async function read(request: Request, context?: Context): Promise<Response> {
    try {
      const officer = await currentOfficer();
      if (!officer) return answer({ refusal: "sessionEnded" }, 401);
      if (!mayNow(officer, permission)) return answer({ refusal: "notAllowed" }, 403);
      const parsed = schema.safeParse(await inputOf(request, (await context?.params) ?? {}));
      if (!parsed.success) return answer({ refusal: "invalid" }, 400);
      return answered(await run(parsed.data, officer));
    } catch (error) {
      if (error instanceof InvalidRequest) return answer({ refusal: "invalid" }, error.problem.status);
      if (error instanceof Refusal) return answer({ refusal: error.code, facts: error.facts }, 409);
      reportDefect(`${request.method} ${pathOf(request.url)}`, error);
      return answer({ refusal: "unexpected" }, 500);
    }
  }
}

function keptOut(request: Request): Response | null {
  if (!isServed(env.JIDA_SURFACE, new URL(request.url).pathname)) return answer({ refusal: "notFound" }, 404);
  return isFromElsewhere(request.method, request.headers, env.JIDA_BASE_URL) ? answer({ refusal: "notAllowed" }, 403) : null;
}

function answer(value: unknown, status: number): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}
