import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
/** OWASP's scrypt figures: 64 MiB, p = 1 at N = 2^16. */
const COST = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const KEY_BYTES = 32;

/** A hash that carries its own cost and salt: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize("NFKC"), salt, KEY_BYTES, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether a password belongs to a hash; takes as long for a login that does not exist (`hash` null). */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? NOBODY).split("$");
  const expected = Buffer.from(key ?? "", "base64url");
  const derived = await derive(password.normalize("NFKC"), Buffer.from(salt ?? "", "base64url"), KEY_BYTES, {
    ...COST,
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return hash !== null && expected.length === derived.length && timingSafeEqual(expected, derived);
}

const NOBODY = [
  "scrypt",
  COST.N,
  COST.r,
  COST.p,
  Buffer.alloc(16).toString("base64url"),
  Buffer.alloc(KEY_BYTES).toString("base64url"),
].join("$");
