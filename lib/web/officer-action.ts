import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { inRequest } from "@/lib/log";
import type { SignedInOfficer } from "@/lib/officers/queries";
import { may, type Permission } from "@/lib/officers/rules";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import { reportDefect } from "@/lib/report-defect";
import { currentOfficer } from "./require-officer";

export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; refusal: RefusalCode | "invalid" | "unexpected"; facts: Record<string, string | number> };

/**
 * A server action that only a signed-in officer with the permission can run, with input that the schema has accepted.
 * A refusal comes back as its code; a defect is logged and comes back as `unexpected`.
 */
export function officerAction<Schema extends z.ZodType, T>(
  permission: Permission,
  schema: Schema,
  run: (input: z.output<Schema>, officer: SignedInOfficer) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return guarded(schema, (officer) => !officer.mustChangePassword && may(officer.role, permission), run);
}

/** The same for what anybody signed in may do to themselves, even with a one-time password: changing it. */
export function signedInAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (input: z.output<Schema>, officer: SignedInOfficer) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return guarded(schema, () => true, run);
}

function guarded<Schema extends z.ZodType, T>(
  schema: Schema,
  allowed: (officer: SignedInOfficer) => boolean,
  run: (input: z.output<Schema>, officer: SignedInOfficer) => Promise<T>,
) {
  return (input: z.input<Schema>): Promise<ActionResult<T>> => inRequest(null, () => act(input));

  async function act(input: z.input<Schema>): Promise<ActionResult<T>> {
    try {
      const officer = await currentOfficer();
      if (!officer) return refused("sessionEnded");
      if (!allowed(officer)) return refused("notAllowed");
      const parsed = schema.safeParse(input);
      if (!parsed.success) return refused("invalid", { fields: parsed.error.issues.map((issue) => issue.path.join(".")).join(", ") });
      return { ok: true, value: await run(parsed.data, officer) };
    } catch (error) {
      // Next carries redirects and "not found" as thrown values.
      unstable_rethrow(error);
      if (error instanceof Refusal) return refused(error.code, error.facts);
      reportDefect("action", error);
      return refused("unexpected");
    }
  }
}

function refused(
  refusal: RefusalCode | "invalid" | "unexpected",
  facts: Record<string, string | number> = {},
): { ok: false; refusal: RefusalCode | "invalid" | "unexpected"; facts: Record<string, string | number> } {
  return { ok: false, refusal, facts };
}
