import "server-only";
import type { z } from "zod";
import type { SignedInOfficer } from "@/lib/officers/queries";
import { may, type Permission } from "@/lib/officers/rules";
import { reportDefect } from "@/lib/report-defect";
import { currentOfficer } from "./require-officer";

/**
 * A read of the desk's own screens: a GET whose query the schema accepts, for a signed-in officer with the permission. Answers JSON, or 401, 403, 400.
 * Reads are no server actions, because a browser sends those one at a time: a slow read would hold up a reply.
 */
export function officerRoute<Schema extends z.ZodType, T>(
  permission: Permission,
  schema: Schema,
  run: (input: z.output<Schema>, officer: SignedInOfficer) => Promise<T>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const officer = await currentOfficer();
      if (!officer) return answer({ refusal: "sessionEnded" }, 401);
      if (officer.mustChangePassword || !may(officer.role, permission)) return answer({ refusal: "notAllowed" }, 403);
      const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (!parsed.success) return answer({ refusal: "invalid" }, 400);
      return answer(await run(parsed.data, officer), 200);
    } catch (error) {
      reportDefect(`GET ${new URL(request.url).pathname}`, error);
      return answer({ refusal: "unexpected" }, 500);
    }
  };
}

function answer(value: unknown, status: number): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}
