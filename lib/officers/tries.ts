import { createHmac, hkdfSync } from "node:crypto";
import { db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { after, DAY, SECOND } from "@/lib/time/rules";
import { FAMILIAR_ADDRESS_DAYS, FREE_SIGN_IN_TRIES, FREE_SIGN_IN_TRIES_ELSEWHERE, SIGN_IN_PAUSE_SECONDS } from "./rules";

/** Where a sign-in is tried: a login as it was typed, the hash of its password (null when nobody has it), and a client address. */
export type Door = { login: string; passwordHash: string | null; address: string };

const PAUSE = SIGN_IN_PAUSE_SECONDS * SECOND;
const FORGOTTEN_AT_ONCE = 100;

/**
 * Takes one try before the password is compared, so that tries side by side count like tries in a row. Resolves to whether there was one.
 *
 * Tries are counted for a login together with an address, or somebody elsewhere could keep an officer out by guessing wrong without
 * end. Whoever guesses from many addresses meets the second count, over all of them; an address that the officer has signed in from
 * lately is exempt from it, so it keeps no officer out of the usual desk either. Taken tries come back one by one, whatever else
 * happens, so no count is for ever. An unknown login is counted like a known one and so tells nothing; a new password starts afresh.
 */
export async function takeTry(door: Door, at: Date): Promise<boolean> {
  await forgetReturned(at);
  if (!(await take(keyHere(door), FREE_SIGN_IN_TRIES, at))) return false;
  return (await isFamiliar(door, at)) || take(keyElsewhere(door), FREE_SIGN_IN_TRIES_ELSEWHERE, at);
}

/** Gives back what was taken at this address, after a right password. */
export async function returnTries(tx: Tx, door: Door): Promise<void> {
  await tx.signInTries.deleteMany({ where: { key: keyHere(door) } });
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
async function take(key: string, free: number, at: Date): Promise<boolean> {
  const taken = await db.$executeRaw`
    INSERT INTO "SignInTries" AS tries (key, "spentUntil") VALUES (${key}, ${after(at, PAUSE)})
    ON CONFLICT (key) DO UPDATE SET "spentUntil" = GREATEST(tries."spentUntil", ${at}) + make_interval(secs => ${SIGN_IN_PAUSE_SECONDS})
    WHERE tries."spentUntil" <= ${after(at, (free - 1) * PAUSE)}`;
  return taken === 1;
}

async function isFamiliar(door: Door, at: Date): Promise<boolean> {
  const since = after(at, -FAMILIAR_ADDRESS_DAYS * DAY);
  const where = { officer: { login: door.login }, addressHash: hashAddress(door), createdAt: { gt: since } };
  return (await db.session.findFirst({ where, select: { id: true } })) !== null;
}

/** Keeps the table as small as what was tried in the last minutes. Skips what a try beside this one is holding. */
async function forgetReturned(at: Date) {
  await db.$executeRaw`
    DELETE FROM "SignInTries" WHERE key IN (
      SELECT key FROM "SignInTries" WHERE "spentUntil" <= ${at} LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)`;
}

const keyHere = ({ login, passwordHash, address }: Door) => keyOf(["here", login, passwordHash, address]);
const keyElsewhere = ({ login, passwordHash }: Door) => keyOf(["elsewhere", login, passwordHash]);

/** A keyed hash: people type passwords where the login belongs, and addresses are few enough to be guessed. */
function keyOf(parts: (string | null)[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url");
}

const secret = Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "jida", "sign-in tries", 32));
