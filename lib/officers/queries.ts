import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { type Preferences, readPreferences } from "./preferences";
import type { Role } from "./rules";
import { type ActingOfficer, type Scope, scopeOf } from "./scope";
import { hashSecret } from "./secrets";

const withAccounts = { accounts: { select: { accountId: true } } } as const;
type OfficerRow = { id: string; name: string; role: ActingOfficer["role"]; allAccounts: boolean; accounts: { accountId: string }[] };

export type SignedInOfficer = ActingOfficer & {
  sessionId: string;
  login: string | null;
  mustChangePassword: boolean;
  preferences: Preferences;
};

/** The officer of a live session, or null when it has ended, was revoked, or the officer was deactivated. */
export async function officerOfSession(secret: string): Promise<SignedInOfficer | null> {
  const session = await db.session.findUnique({
    where: { secretHash: hashSecret(secret) },
    include: { officer: { include: withAccounts } },
  });
  if (!session || session.revokedAt || session.expiresAt <= now() || session.officer.deactivatedAt) return null;
  const { officer } = session;
  return {
    ...(await acting(officer)),
    sessionId: session.id,
    login: officer.login,
    mustChangePassword: officer.passwordExpiredAt !== null,
    preferences: readPreferences(officer.preferences),
  };
}

/** The program that holds an API token, with the token's id, or null when there is no such token any more. */
export async function officerOfToken(secret: string): Promise<(ActingOfficer & { apiTokenId: string }) | null> {
  const token = await db.apiToken.findUnique({
    where: { secretHash: hashSecret(secret) },
    include: { officer: { include: withAccounts } },
  });
  if (!token || token.revokedAt || token.officer.deactivatedAt) return null;
  return { ...(await acting(token.officer)), apiTokenId: token.id };
}

/** Somebody who works at the same accounts; two may be called the same, their logins differ. */
export type Colleague = { id: string; name: string; login: string; role: Role };

/** The people who share an account with this scope and still work here, by name; no programs. */
export async function listColleagues(scope: Scope): Promise<Colleague[]> {
  const shares = { OR: [{ allAccounts: true }, { accounts: { some: { accountId: { in: [...scope.accountIds] } } } }] };
  const people = await db.officer.findMany({
    where: { ...shares, deactivatedAt: null, login: { not: null } },
    select: { id: true, name: true, login: true, role: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return people.map(({ login, ...person }) => ({ ...person, login: login ?? "" }));
}

async function acting(officer: OfficerRow): Promise<ActingOfficer> {
  const accountIds = officer.allAccounts
    ? (await db.officialAccount.findMany({ select: { id: true } })).map(({ id }) => id)
    : officer.accounts.map(({ accountId }) => accountId);
  return { id: officer.id, name: officer.name, role: officer.role, scope: scopeOf(accountIds) };
}
