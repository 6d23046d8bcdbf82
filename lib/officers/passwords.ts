import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { Refusal } from "@/lib/refusal";
import { SIGN_IN_PAUSE_SECONDS } from "./rules";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
/** OWASP's scrypt figures for 32 MiB (Password Storage Cheat Sheet). Hashes made at another cost still verify, up to `MOST_MEMORY`. */
export const COST = { N: 32_768, r: 8, p: 3 };
const MOST_MEMORY = 128 * 1024 * 1024;
const KEY_BYTES = 32;

/** Half of libuv's four threads: the others stay free for names, files and the database's own passwords. */
export const MOST_AT_ONCE = 2;
export const MOST_WAITING = 12;

/** On globalThis, because Next loads a module once for each of its bundles; tests, which hash by the hundred, do it at a lower cost. */
export type SharedHashing = typeof globalThis & { jidaHashing?: { running: number; waiting: (() => void)[]; cost: typeof COST } };
const shared: SharedHashing = globalThis;
shared.jidaHashing ??= { running: 0, waiting: [], cost: COST };
const hashing = shared.jidaHashing;

/** A hash that carries its own cost and salt: `scrypt$N$r$p$salt$key`. Waits for its turn however long that takes. */
export async function hashPassword(password: string): Promise<string> {
  const [salt, cost] = [randomBytes(16), hashing.cost];
  const key = await inTurn(() => derive(password.normalize("NFKC"), salt, KEY_BYTES, { ...cost, maxmem: MOST_MEMORY }));
  return encoded(cost, salt, key);
}

/**
 * Whether a password belongs to a hash; takes as long for a login that does not exist (`hash` null).
 * @throws Refusal signInBlocked at once when too many others are waiting for theirs
 */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  refuseWhenCrowded();
  const [, N, r, p, salt, key] = (hash ?? nobody()).split("$");
  const expected = Buffer.from(key ?? "", "base64url");
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: MOST_MEMORY };
  const derived = await inTurn(() => derive(password.normalize("NFKC"), Buffer.from(salt ?? "", "base64url"), KEY_BYTES, cost));
  return hash !== null && expected.length === derived.length && timingSafeEqual(expected, derived);
}

/**
 * Lets nobody join a queue that is full: what strangers ask for must not keep the process from its other work.
 * @throws Refusal signInBlocked
 */
export function refuseWhenCrowded(): void {
  if (hashing.waiting.length >= MOST_WAITING) throw new Refusal("signInBlocked", { seconds: SIGN_IN_PAUSE_SECONDS });
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  // Whoever ends hands the place over to the first who waits, so `running` stays as it is.
  if (hashing.running < MOST_AT_ONCE) hashing.running += 1;
  else await new Promise<void>((resolve) => hashing.waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = hashing.waiting.shift();
    if (next) next();
    else hashing.running -= 1;
  }
}

const nobody = () => encoded(hashing.cost, Buffer.alloc(16), Buffer.alloc(KEY_BYTES));

const encoded = ({ N, r, p }: typeof COST, salt: Buffer, key: Buffer) =>
  ["scrypt", N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
