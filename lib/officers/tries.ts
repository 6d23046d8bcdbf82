import { createHmac, hkdfSync } from "node:crypto";
import { db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { after, DAY, SECOND } from "@/lib/time/rules";
import {
  FACTOR_PAUSE_SECONDS,
  FAMILIAR_ADDRESS_DAYS,
  FREE_FACTOR_TRIES,
  FREE_FACTOR_TRIES_ELSEWHERE,
  FREE_SIGN_IN_TRIES,
  FREE_SIGN_IN_TRIES_AN_ADDRESS,
  FREE_SIGN_IN_TRIES_ELSEWHERE,
  SIGN_IN_PAUSE_SECONDS,
} from "./rules";

/** Where a sign-in is tried: a login as it was typed, the hash of its password (null when nobody has it), and a client address. */
export type Door = { login: string; passwordHash: string | null; address: string };

const FORGOTTEN_AT_ONCE = 100;

/**
 * Takes one try before the password is compared, so that tries side by side count like tries in a row. Resolves to whether there was one.
 *
 * Tries are counted for a login together with an address, or somebody elsewhere could keep an officer out by guessing wrong without
 * end. Whoever guesses from many addresses meets the second count, over all of them, and whoever guesses at many logins from one address
 * the third; an officer at an address of lately is exempt from both, so they keep nobody out of the usual desk either. Taken tries come
 * back one by one, whatever else happens, so no count is for ever. An unknown login is counted like a known one and so tells nothing; a
 * new password starts afresh.
 */
export async function takeTry(door: Door, at: Date): Promise<boolean> {
  await forgetReturned(at);
  if (!(await take(keyHere(door), FREE_SIGN_IN_TRIES, at))) return false;
  if (await isFamiliar(door, at)) return true;
  // Clients without an address would be one to this count: a stranger among them could keep out all.
  if (door.address !== "" && !(await take(keyOfAddress(door), FREE_SIGN_IN_TRIES_AN_ADDRESS, at))) return false;
  return take(keyElsewhere(door), FREE_SIGN_IN_TRIES_ELSEWHERE, at);
}

/** Gives back what was taken for this login at this address, after a right password; what others took there stays taken. */
export async function returnTries(tx: Tx, door: Door): Promise<void> {
  await tx.signInTries.deleteMany({ where: { key: keyHere(door) } });
  await tx.$executeRaw`
    UPDATE "SignInTries" SET "spentUntil" = "spentUntil" - make_interval(secs => ${SIGN_IN_PAUSE_SECONDS}) WHERE key = ${keyOfAddress(door)}`;
}

/**
 * Takes one try at the code of a second factor, for which a password was right already: counted as `takeTry` counts, but scarcer, since
 * a code is shorter. Resolves to whether there was one.
 */
export async function takeFactorTry(door: Door, at: Date): Promise<boolean> {
  await forgetReturned(at);
  if (!(await take(keyOf(["factor", door.login, door.passwordHash, door.address]), FREE_FACTOR_TRIES, at, FACTOR_PAUSE_SECONDS)))
    return false;
  if (await isFamiliar(door, at)) return true;
  return take(keyOf(["factor elsewhere", door.login, door.passwordHash]), FREE_FACTOR_TRIES_ELSEWHERE, at, FACTOR_PAUSE_SECONDS);
}

/** Gives back what was taken for codes at this address, after a right one. */
export async function returnFactorTries(tx: Tx, door: Door): Promise<void> {
  await tx.signInTries.deleteMany({ where: { key: keyOf(["factor", door.login, door.passwordHash, door.address]) } });
}

/** Takes one try at another door that a stranger could knock at without end, by address alone; of `free` in a row one comes back at a time. */
export async function takeTryAt(door: string, address: string, free: number, at: Date): Promise<boolean> {
  await forgetReturned(at);
  return take(keyOf(["door", door, address]), free, at);
}

/** Gives back what was taken at that door from there, once it has opened. */
export async function returnTriesAt(door: string, address: string): Promise<void> {
  await db.signInTries.deleteMany({ where: { key: keyOf(["door", door, address]) } });
}

/** What a session keeps of the address it was opened from: comparable for one login, and readable to nobody. */
export function hashAddress({ login, address }: Pick<Door, "login" | "address">): string {
  return keyOf(["address", login, address]);
}

/** `spentUntil` says when the last of the taken tries is back: a later instant by one pause for each try. */
async function take(key: string, free: number, at: Date, seconds = SIGN_IN_PAUSE_SECONDS): Promise<boolean> {
  const pause = seconds * SECOND;
  const taken = await db.$executeRaw`
    INSERT INTO "SignInTries" AS tries (key, "spentUntil") VALUES (${key}, ${after(at, pause)})
    ON CONFLICT (key) DO UPDATE SET "spentUntil" = GREATEST(tries."spentUntil", ${at}) + make_interval(secs => ${seconds})
    WHERE tries."spentUntil" <= ${after(at, (free - 1) * pause)}`;
  return taken === 1;
}

async function isFamiliar(door: Door, at: Date): Promise<boolean> {
  const since = after(at, -FAMILIAR_ADDRESS_DAYS * DAY);
  // A session that still waits for its second factor was opened by whoever knows the password, and no more.
  const where = { officer: { login: door.login }, addressHash: hashAddress(door), factorDueAt: null, createdAt: { gt: since } };
  return (await db.session.findFirst({ where, select: { id: true } })) !== null;
}

/** Keeps the table as small as what was tried in the last minutes. Skips what a try beside this one is holding. */
async function forgetReturned(at: Date) {
  await db.$executeRaw`
    DELETE FROM "SignInTries" WHERE key IN (
      SELECT key FROM "SignInTries" WHERE "spentUntil" <= ${at} LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)`;
}

const keyHere = ({ login, passwordHash, address }: Door) => keyOf(["here", login, passwordHash, address]);
const keyOfAddress = ({ address }: Door) => keyOf(["address alone", address]);
const keyElsewhere = ({ login, passwordHash }: Door) => keyOf(["elsewhere", login, passwordHash]);

/** A keyed hash: people type passwords where the login belongs, and addresses are few enough to be guessed. */
function keyOf(parts: (string | null)[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url");
}

const secret = Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "jida", "sign-in tries", 32));
