import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { inRequest } from "@/lib/log";
import type { SignedInOfficer, WaitingOfficer } from "@/lib/officers/queries";
import { isConfirmed, type Permission } from "@/lib/officers/rules";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import { reportDefect } from "@/lib/report-defect";
import { now } from "@/lib/time/clock";
import { currentOfficer, mayNow, waitingOfficer } from "./require-officer";
import { taking } from "./takes";

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
  return guarded(schema, currentOfficer, (officer) => (mayNow(officer, permission) ? null : "notAllowed"), run);
}

/** The same for what is sensitive: only within ten minutes of proving anew who one is. */
export function sensitiveAction<Schema extends z.ZodType, T>(
  permission: Permission,
  schema: Schema,
  run: (input: z.output<Schema>, officer: SignedInOfficer) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  const no = (officer: SignedInOfficer) => (mayNow(officer, permission) ? unconfirmed(officer) : "notAllowed");
  return guarded(schema, currentOfficer, no, run);
}

/** For what anybody signed in may do to themselves, even with a one-time password: changing it. */
export function signedInAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (input: z.output<Schema>, officer: SignedInOfficer) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return guarded(schema, currentOfficer, () => null, run);
}

/** The same for what is sensitive, even while the second factor that the role demands is missing: adding it. */
export function ownSensitiveAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (input: z.output<Schema>, officer: SignedInOfficer) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return guarded(schema, currentOfficer, (officer) => (officer.mustChangePassword ? "notAllowed" : unconfirmed(officer)), run);
}

/** For who waits for the second step of signing in, and for nobody else. */
export function waitingAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (input: z.output<Schema>, officer: WaitingOfficer) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return guarded(schema, waitingOfficer, () => null, run);
}

/** For anybody at all: what it does has a secret of its own and counts its tries. */
export function openAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return guarded(
    schema,
    async () => "anybody",
    () => null,
    run,
  );
}

function unconfirmed(officer: SignedInOfficer): "confirmFirst" | null {
  return isConfirmed(officer.provenAt, now()) ? null : "confirmFirst";
}

function guarded<Schema extends z.ZodType, Who, T>(
  schema: Schema,
  whoActs: () => Promise<Who | null>,
  no: (who: Who) => "notAllowed" | "confirmFirst" | null,
  run: (input: z.output<Schema>, who: Who) => Promise<T>,
) {
  return taking(schema, (input: z.input<Schema>): Promise<ActionResult<T>> => inRequest(null, () => act(input)));

  async function act(input: z.input<Schema>): Promise<ActionResult<T>> {
    try {
      const officer = await whoActs();
      if (!officer) return refused("sessionEnded");
      const refusal = no(officer);
      if (refusal) return refused(refusal);
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
