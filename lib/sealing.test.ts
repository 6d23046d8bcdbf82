import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { namesItsKey, resealed, seal, sealerOf, unseal } from "./sealing";

const FORMER = "the secret before, of 32 characters or more";
const LATTER = "another secret altogether, 32+ characters";

test("a secret comes back as it was, and is sealed differently each time", () => {
  const secret = "秘密 secret 🔑";
  expect(unseal(seal(secret))).toBe(secret);
  expect(seal(secret)).not.toBe(seal(secret));
  expect(namesItsKey(seal(secret))).toBe(true);
});

test("one that was changed, or is for something else, is refused", () => {
  const sealed = seal("secret");
  const swapped = sealed.at(-1) === "A" ? "B" : "A";
  expect(() => unseal(sealed.slice(0, -2) + swapped + sealed.at(-1))).toThrow("AUTH_SECRET");
  expect(() => unseal(sealed, "audit")).toThrow('sealed for "desk"');
  expect(() => unseal(sealed.replace(".desk.", ".audit."), "audit")).toThrow("AUTH_SECRET");
  expect(() => unseal("")).toThrow("AUTH_SECRET");
});

test("under another AUTH_SECRET it opens only beside the one before, and is then sealed anew", () => {
  const former = sealerOf([FORMER]);
  const sealed = former.seal("secret");
  expect(former.resealed(sealed)).toBeNull();
  expect(() => sealerOf([LATTER]).unseal(sealed)).toThrow("AUTH_SECRET_PREVIOUS");

  const successor = sealerOf([LATTER, FORMER]);
  expect(successor.unseal(sealed)).toBe("secret");
  expect(sealerOf([LATTER]).unseal(successor.resealed(sealed) ?? "")).toBe("secret");
  expect(sealerOf([LATTER]).unseal(successor.resealed(former.seal("key", "audit")) ?? "", "audit")).toBe("key");
});

test("what was sealed before keys had ids still opens, and is sealed anew with one", () => {
  const key = Buffer.from(hkdfSync("sha256", String(process.env.AUTH_SECRET), "jida", "account secrets", 32));
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const bytes = Buffer.concat([cipher.update("old", "utf8"), cipher.final()]);
  const old = Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString("base64");
  expect(namesItsKey(old)).toBe(false);
  expect(unseal(old)).toBe("old");
  expect(unseal(resealed(old) ?? "")).toBe("old");
});
