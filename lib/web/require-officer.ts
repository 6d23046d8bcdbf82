import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { officerOfSession, type SignedInOfficer } from "@/lib/officers/queries";
import { may, type Permission } from "@/lib/officers/rules";
import { safePath } from "./safe-path";
import { sessionSecret } from "./session";
import { PATH_HEADER } from "./surface";

/** The officer of this request's live session, or null. Asked of the database on every request, once. */
export const currentOfficer = cache(async (): Promise<SignedInOfficer | null> => {
  const secret = await sessionSecret();
  return secret === null ? null : officerOfSession(secret);
});

/** For the pages of somebody who is signed in, a one-time password included: sends everybody else to sign in. */
export async function requireSignedIn(): Promise<SignedInOfficer> {
  const officer = await currentOfficer();
  if (officer) return officer;
  const here = safePath((await headers()).get(PATH_HEADER), "/");
  redirect(here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
}

/** For every other page: also sends to `/password` while the password is a one-time one. A page that the role may not see is not there. */
export async function requireOfficer(permission?: Permission): Promise<SignedInOfficer> {
  const officer = await requireSignedIn();
  if (officer.mustChangePassword) redirect("/password");
  if (permission && !may(officer.role, permission)) notFound();
  return officer;
}
