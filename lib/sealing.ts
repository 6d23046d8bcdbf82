import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** A form of ours, the id of the key, what the secret is for, and the bytes: base64url, set apart by dots. */
const FORM = /^v1\.([0-9a-f]{8})\.([a-z]+)\.([\w-]+)$/;
const FOREIGN =
  "AUTH_SECRET is not the one that this database's secrets were sealed with (if it was changed, AUTH_SECRET_PREVIOUS must name the one before)";

type SealingKey = { id: string; bytes: Buffer };
/** What a sealed secret is for: one that was sealed for something else does not open. */
export type SealedFor = "desk" | "audit";

export const { seal, unseal, resealed, namesItsKey } = sealerOf(
  env.AUTH_SECRET_PREVIOUS === undefined ? [env.AUTH_SECRET] : [env.AUTH_SECRET, env.AUTH_SECRET_PREVIOUS],
);

/** What seals under the first of these secrets, and opens what was sealed under any of them. */
export function sealerOf([first, ...others]: readonly [string, ...string[]]) {
  const current = keyOf(first);
  const keys = [current, ...others.map(keyOf)];

  /** A secret as the database keeps it: AES-256-GCM under a key derived from AUTH_SECRET, with that key's id before it. */
  function seal(secret: string, purpose: SealedFor = "desk"): string {
    const iv = randomBytes(IV_BYTES);
    const head = `v1.${current.id}.${purpose}`;
    const cipher = createCipheriv("aes-256-gcm", current.bytes, iv).setAAD(Buffer.from(head));
    const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
    return `${head}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
  }

  /** The secret again. @throws Error when neither AUTH_SECRET nor AUTH_SECRET_PREVIOUS is the one it was sealed with, or it was changed */
  function unseal(sealed: string, purpose: SealedFor = "desk"): string {
    const [, id, named, bytes] = FORM.exec(sealed) ?? [];
    if (named !== undefined && named !== purpose)
      throw new Error(`a secret sealed for "${named}" stands where one for "${purpose}" belongs`);
    const opened = keys.map((key) => {
      if (bytes === undefined) return open(Buffer.from(sealed, "base64"), key.bytes, null);
      return key.id === id ? open(Buffer.from(bytes, "base64url"), key.bytes, `v1.${id}.${named}`) : null;
    });
    const secret = opened.find((one) => one !== null);
    if (secret === undefined || secret === null) throw new Error(FOREIGN);
    return secret;
  }

  /** The same secret sealed under AUTH_SECRET itself, or null where it is so already. @throws Error as unseal() */
  function resealed(sealed: string): string | null {
    const [, id, named] = FORM.exec(sealed) ?? [];
    const purpose: SealedFor = named === "audit" ? named : "desk";
    const secret = unseal(sealed, purpose);
    return id === current.id ? null : seal(secret, purpose);
  }

  /** Whether a sealed secret says under which key: all do that were sealed lately. */
  const namesItsKey = (sealed: string): boolean => FORM.test(sealed);

  return { seal, unseal, resealed, namesItsKey };
}

function open(bytes: Buffer, key: Buffer, head: string | null): string | null {
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  if (head !== null) decipher.setAAD(Buffer.from(head));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function keyOf(secret: string): SealingKey {
  const derived = (what: string, length: number) => Buffer.from(hkdfSync("sha256", secret, "jida", what, length));
  return { id: derived("id of the key of secrets", 4).toString("hex"), bytes: derived("account secrets", KEY_BYTES) };
}
