import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import { type Preferences, readPreferences } from "./preferences";
import type { Role } from "./rules";
import { type ActingOfficer, type Scope, scopeOf } from "./scope";
import { hashSecret } from "./secrets";

const USE_MINUTES = 5;
const withAccounts = { accounts: { select: { accountId: true } } } as const;
type OfficerRow = { id: string; name: string; role: ActingOfficer["role"]; allAccounts: boolean; accounts: { accountId: string }[] };

export type SignedInOfficer = ActingOfficer & {
  sessionId: string;
  login: string | null;
  mustChangePassword: boolean;
  hasFactor: boolean;
  /** The role demands a second factor, and there is none yet. */
  mustAddFactor: boolean;
  /** When this session's officer last proved who they are. */
  provenAt: Date;
  preferences: Preferences;
};

/**
 * The officer of a live session, or null when it has ended, was revoked, waits for its second factor, or the officer was deactivated.
 * Keeps when it was last used, to five minutes.
 */
export async function officerOfSession(secret: string, at = now()): Promise<SignedInOfficer | null> {
  const session = await db.session.findUnique({
    where: { secretHash: hashSecret(secret) },
    include: { officer: { include: { ...withAccounts, factors: { select: { id: true }, take: 1 } } } },
  });
  if (!session || session.revokedAt || session.expiresAt <= at || session.factorDueAt || session.officer.deactivatedAt) return null;
  const { officer } = session;
  const hasFactor = officer.factors.length > 0;
  await keepUse(session, at);
  return {
    ...(await acting(officer)),
    sessionId: session.id,
    login: officer.login,
    mustChangePassword: officer.passwordExpiredAt !== null,
    hasFactor,
    mustAddFactor: !hasFactor && (await db.factorRule.findUnique({ where: { role: officer.role } })) !== null,
    provenAt: session.provenAt ?? session.createdAt,
    preferences: readPreferences(officer.preferences),
  };
}

/** Somebody whose password was right, and who has to show the second factor before the session opens anything. */
export type WaitingOfficer = { secret: string; officerId: string; sessionId: string; login: string; passwordHash: string | null };

/** Who waits in a session for the second step of signing in, or null. */
export async function waitingSession(secret: string, at = now()): Promise<WaitingOfficer | null> {
  const session = await db.session.findFirst({
    where: { secretHash: hashSecret(secret), revokedAt: null, factorDueAt: { gt: at }, officer: { deactivatedAt: null } },
    select: { id: true, officer: { select: { id: true, login: true, passwordHash: true } } },
  });
  if (!session) return null;
  const { id: officerId, login, passwordHash } = session.officer;
  return { secret, officerId, sessionId: session.id, login: login ?? "", passwordHash };
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

async function keepUse({ id, lastUsedAt }: { id: string; lastUsedAt: Date | null }, at: Date) {
  const lately = after(at, -USE_MINUTES * MINUTE);
  if (lastUsedAt && lastUsedAt > lately) return;
  await db.session.updateMany({ where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: lately } }] }, data: { lastUsedAt: at } });
}

async function acting(officer: OfficerRow): Promise<ActingOfficer> {
  const accountIds = officer.allAccounts
    ? (await db.officialAccount.findMany({ select: { id: true } })).map(({ id }) => id)
    : officer.accounts.map(({ accountId }) => accountId);
  return { id: officer.id, name: officer.name, role: officer.role, scope: scopeOf(accountIds) };
}
