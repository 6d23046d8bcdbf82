import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { officerOfSession, type SignedInOfficer, type WaitingOfficer, waitingSession } from "@/lib/officers/queries";
import { may, type Permission } from "@/lib/officers/rules";
import { safePath } from "./safe-path";
import { sessionSecret } from "./session";
import { PATH_HEADER } from "./surface";

/** The officer of this request's live session, or null. Asked of the database on every request, once. */
export const currentOfficer = cache(async (): Promise<SignedInOfficer | null> => {
  const secret = await sessionSecret();
  return secret === null ? null : officerOfSession(secret);
});

/** Who waits in this request's session for the second step of signing in, or null. */
export async function waitingOfficer(): Promise<WaitingOfficer | null> {
  const secret = await sessionSecret();
  return secret === null ? null : waitingSession(secret);
}

/** Whether an officer may do something now: the role has the permission, and nothing has to be set up first. */
export function mayNow(officer: SignedInOfficer, permission: Permission): boolean {
  return !officer.mustChangePassword && !officer.mustAddFactor && may(officer.role, permission);
}

/** For the pages of somebody who is signed in, a one-time password included: sends everybody else to sign in. */
export async function requireSignedIn(): Promise<SignedInOfficer> {
  const officer = await currentOfficer();
  if (officer) return officer;
  const here = safePath((await headers()).get(PATH_HEADER), "/");
  redirect(here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
}

/**
 * For every other page: also sends to `/password` while the password is a one-time one, and to `/second-factor` while the role demands
 * one that there is not. A page that the role may not see is not there.
 */
export async function requireOfficer(permission?: Permission): Promise<SignedInOfficer> {
  const officer = await requireSignedIn();
  if (officer.mustChangePassword) redirect("/password");
  if (officer.mustAddFactor) redirect("/second-factor");
  if (permission && !may(officer.role, permission)) notFound();
  return officer;
}
