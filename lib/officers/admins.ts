import type { Tx } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { lockOfficer } from "./kept";
import type { Role } from "./rules";
import type { ActingOfficer } from "./scope";

/** Whom an admin may change and what they may give: everybody and everything, or who works at no account but their own. */
type Reach = { allAccounts: boolean; accountIds: readonly string[] };
/** An officer whom an admin is about to change, held until the transaction ends. */
export type Target = Reach & { id: string; name: string; role: Role; deactivatedAt: Date | null };
/** A checked admin at work: nobody else becomes, stays or ceases to be one until the transaction ends. `able`: all who could sign in. */
export type AdminAtWork = Reach & { id: string; able: readonly { id: string; allAccounts: boolean }[] };

/**
 * Lets one admin at a time change who may do what, so that two who disable each other don't both succeed.
 * @throws Refusal notAllowed when the officer is no active admin any more
 */
export async function atWork(tx: Tx, officer: Pick<ActingOfficer, "id">): Promise<AdminAtWork> {
  const admins = await tx.$queryRaw<{ id: string; allAccounts: boolean; isAble: boolean }[]>`
    SELECT id, "allAccounts", "passwordHash" IS NOT NULL AS "isAble" FROM "Officer"
    WHERE role = 'admin' AND "deactivatedAt" IS NULL AND login IS NOT NULL ORDER BY id FOR UPDATE`;
  const own = admins.find(({ id }) => id === officer.id);
  if (!own) throw new Refusal("notAllowed");
  const accounts = await tx.officerAccount.findMany({ where: { officerId: officer.id }, select: { accountId: true } });
  return {
    id: officer.id,
    allAccounts: own.allAccounts,
    accountIds: accounts.map(({ accountId }) => accountId),
    able: admins.filter(({ isAble }) => isAble),
  };
}

/**
 * An officer whom this admin may change, programs excepted.
 * @throws Refusal officerNotYours
 */
export async function targetOf(tx: Tx, admin: AdminAtWork, officerId: string): Promise<Target> {
  await lockOfficer(tx, officerId);
  const officer = await tx.officer.findFirst({
    where: { id: officerId, login: { not: null } },
    select: { id: true, name: true, role: true, deactivatedAt: true, allAccounts: true, accounts: { select: { accountId: true } } },
  });
  if (!officer) throw new Refusal("officerNotYours");
  const { accounts, ...rest } = officer;
  const target = { ...rest, accountIds: accounts.map(({ accountId }) => accountId) };
  if (!reaches(admin, target)) throw new Refusal("officerNotYours");
  return target;
}

/** Whether one reach holds all of another. */
export function reaches(admin: Reach, other: Reach): boolean {
  return admin.allAccounts || (!other.allAccounts && other.accountIds.every((id) => admin.accountIds.includes(id)));
}

/** Whether a reach leaves out no account that there is. */
export async function reachesAll(tx: Tx, { allAccounts, accountIds }: Reach): Promise<boolean> {
  return allAccounts || (await tx.officialAccount.count({ where: { id: { notIn: [...accountIds] } } })) === 0;
}

/**
 * Before somebody ceases to be an admin, or one for all accounts.
 * @throws Refusal lastAdmin when nobody else could sign in as one who reaches as far: what holds for all accounts would be nobody's to change
 */
export function refuseLastAdmin(admin: AdminAtWork, target: Pick<Target, "id" | "allAccounts">): void {
  const isLeft = admin.able.some(({ id, allAccounts }) => id !== target.id && (allAccounts || !target.allAccounts));
  if (!isLeft) throw new Refusal("lastAdmin");
}

/**
 * Gives an officer exactly these accounts.
 * @throws Refusal accountNotFound
 */
export async function giveAccounts(tx: Tx, officerId: string, accountIds: readonly string[]): Promise<void> {
  const found = await tx.officialAccount.count({ where: { id: { in: [...accountIds] } } });
  if (found !== accountIds.length) throw new Refusal("accountNotFound");
  await tx.officerAccount.deleteMany({ where: { officerId } });
  await tx.officerAccount.createMany({ data: accountIds.map((accountId) => ({ officerId, accountId })) });
}
