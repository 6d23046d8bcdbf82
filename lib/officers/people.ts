import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { reaches, reachesAll } from "./admins";
import type { Role } from "./rules";
import type { ActingOfficer, Scope } from "./scope";

/** An officer as admins see one. `linkUntil`: until when a link for a password that was not chosen yet counts. */
export type ManagedOfficer = {
  id: string;
  login: string;
  name: string;
  role: Role;
  allAccounts: boolean;
  accountIds: string[];
  factors: number;
  hasPassword: boolean;
  linkUntil: Date | null;
  lastUsedAt: Date | null;
  deactivatedAt: Date | null;
};

/** Whether there is no account but those of a scope. */
export function isEverywhere(scope: Scope): Promise<boolean> {
  return reachesAll(db, { allAccounts: false, accountIds: scope.accountIds });
}

/** The people, programs excepted, whom this admin may change: who work at no account but the admin's own; those who have left come last. */
export async function listManaged(admin: Pick<ActingOfficer, "id">, at = now()): Promise<ManagedOfficer[]> {
  const rows = await db.officer.findMany({
    where: { login: { not: null } },
    include: {
      accounts: { select: { accountId: true } },
      sessions: { where: { factorDueAt: null }, orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true, lastUsedAt: true } },
      passwordLinks: { where: { endedAt: null, expiresAt: { gt: at } }, take: 1, select: { expiresAt: true } },
      _count: { select: { factors: true } },
    },
    orderBy: [{ deactivatedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
  });
  const officers = rows.map(({ id, login, name, role, allAccounts, accounts, sessions, passwordLinks, ...row }) => ({
    ...{ id, name, role, allAccounts, login: login ?? "", deactivatedAt: row.deactivatedAt },
    accountIds: accounts.map(({ accountId }) => accountId),
    factors: row._count.factors,
    hasPassword: row.passwordHash !== null,
    linkUntil: passwordLinks[0]?.expiresAt ?? null,
    lastUsedAt: sessions[0]?.lastUsedAt ?? sessions[0]?.createdAt ?? null,
  }));
  const own = officers.find(({ id }) => id === admin.id);
  return own ? officers.filter((officer) => reaches(own, officer)) : [];
}
