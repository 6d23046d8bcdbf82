import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { unseal } from "@/lib/sealing";
import { readBook } from "@/lib/sla/queries";
import { UNKNOWN_FOR } from "@/lib/sla/rules";
import type { Book } from "@/lib/sla/terms";

/** How long a web process may work with what it last read about an account: what is saved for it begins when none does any more. */
const REMEMBERED = UNKNOWN_FOR / 2;

export type DoorAccount = {
  id: string;
  slug: string;
  originalId: string;
  appId: string;
  token: string;
  encodingAesKey: string | null;
  safeModeOnly: boolean;
  greetingText: string;
  emergencyText: string;
  dangerWords: string[];
  /** What a tap on a rating is answered; null: the account never asked for one. */
  ratingTexts: { thanksText: string; notSolvedText: string } | null;
  /** What it owes, and ever owed. */
  book: Book;
};

const remembered = new Map<string, { account: DoorAccount; until: number }>();

/** `readDoorAccount`, remembered for five seconds: the door is the hot path. */
export async function doorAccount(slug: string): Promise<DoorAccount | null> {
  const known = remembered.get(slug);
  if (known && known.until > Date.now()) return known.account;
  const account = await readDoorAccount(slug);
  // Unknown slugs are anybody's invention: remembering them would let a stranger fill our memory.
  if (account) remembered.set(slug, { account, until: Date.now() + REMEMBERED });
  return account;
}

const underway = new Map<string, Promise<DoorAccount | null>>();

/**
 * What WeChat's door needs to know of the account with that slug, its secrets opened, or null. Who asks while it is being read waits
 * for the same reading, so that those who came first go on first.
 */
export function readDoorAccount(slug: string): Promise<DoorAccount | null> {
  const reading = underway.get(slug) ?? read(slug).finally(() => underway.delete(slug));
  underway.set(slug, reading);
  return reading;
}

async function read(slug: string): Promise<DoorAccount | null> {
  const row = await db.officialAccount.findUnique({
    where: { slug, deactivatedAt: null },
    include: { satisfaction: { select: { thanksText: true, notSolvedText: true } } },
  });
  return (
    row && {
      book: await readBook(row.id),
      id: row.id,
      slug: row.slug,
      originalId: row.originalId,
      appId: row.appId,
      token: unseal(row.sealedToken),
      encodingAesKey: row.sealedAesKey && unseal(row.sealedAesKey),
      safeModeOnly: row.safeModeOnly,
      greetingText: row.greetingText,
      emergencyText: row.emergencyText,
      dangerWords: row.dangerWords,
      ratingTexts: row.satisfaction,
    }
  );
}

export type AccountSummary = { id: string; slug: string; name: string; skewedAt: Date | null; skewSeconds: number | null };

/** The accounts of a scope, by slug. */
export async function listAccounts(scope: Scope): Promise<AccountSummary[]> {
  return db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] } },
    select: { id: true, slug: true, name: true, skewedAt: true, skewSeconds: true },
    orderBy: { slug: "asc" },
  });
}

/** An account as admins see it: which keys there are, never what they are. */
export type ManagedAccount = {
  id: string;
  slug: string;
  name: string;
  originalId: string;
  appId: string;
  hasAesKey: boolean;
  safeModeOnly: boolean;
  deactivatedAt: Date | null;
};

/** The accounts of a scope as admins see them, by slug. */
export async function listManagedAccounts(scope: Scope): Promise<ManagedAccount[]> {
  const rows = await db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] } },
    select: {
      id: true,
      slug: true,
      name: true,
      originalId: true,
      appId: true,
      sealedAesKey: true,
      safeModeOnly: true,
      deactivatedAt: true,
    },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ sealedAesKey, ...account }) => ({ ...account, hasAesKey: sealedAesKey !== null }));
}

export type AccountClock = { id: string; slug: string; name: string; timeZone: string };

/** The accounts of a scope and by which time they go, by slug. */
export async function listAccountClocks(scope: Scope): Promise<AccountClock[]> {
  return db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] } },
    select: { id: true, slug: true, name: true, timeZone: true },
    orderBy: { slug: "asc" },
  });
}

/** Every account there is, for what a worker does for all of them. */
export async function allAccountIds(): Promise<string[]> {
  return (await db.officialAccount.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
}

/** By which time zone every account goes that there is. */
export async function allAccountZones(): Promise<{ id: string; timeZone: string }[]> {
  return db.officialAccount.findMany({ select: { id: true, timeZone: true }, orderBy: { id: "asc" } });
}

export type DangerList = { id: string; name: string; dangerWords: string[]; emergencyText: string };

/** What each account of a scope takes for danger, and what it says to it, by slug. */
export async function listDangerLists(scope: Scope): Promise<DangerList[]> {
  return db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] } },
    select: { id: true, name: true, dangerWords: true, emergencyText: true },
    orderBy: { slug: "asc" },
  });
}

export type SendingAccount = { id: string; appId: string; appSecret: string };
export type StoredToken = { accessToken: string; expiresAt: Date; fetchedAt: Date; forcedAt: Date | null };

/** What the worker needs to send in an account's name. */
export async function sendingAccount(accountId: string): Promise<SendingAccount> {
  const row = await db.officialAccount.findUniqueOrThrow({ where: { id: accountId } });
  return { id: row.id, appId: row.appId, appSecret: unseal(row.sealedAppSecret) };
}

/** The access token that all processes share, or null before the first was fetched. */
export async function storedToken(accountId: string): Promise<StoredToken | null> {
  const row = await db.accessToken.findUnique({ where: { accountId } });
  if (!row?.sealed || !row.expiresAt || !row.fetchedAt) return null;
  return { accessToken: unseal(row.sealed), expiresAt: row.expiresAt, fetchedAt: row.fetchedAt, forcedAt: row.forcedAt };
}

/** By whose clock the accounts of a scope work: their time zones by slug. */
export async function accountZones(scope: Scope): Promise<Map<string, string>> {
  const rows = await db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] } },
    select: { slug: true, timeZone: true },
    orderBy: { slug: "asc" },
  });
  return new Map(rows.map(({ slug, timeZone }) => [slug, timeZone]));
}

/** The one account of a scope, by name and clock. @throws Error when there is none, or there are several */
export async function readAccountName(scope: Scope): Promise<{ id: string; slug: string; name: string; timeZone: string }> {
  const [id, ...others] = scope.accountIds;
  if (id === undefined || others.length > 0) throw new Error("One account is asked for");
  return db.officialAccount.findUniqueOrThrow({ where: { id }, select: { id: true, slug: true, name: true, timeZone: true } });
}
