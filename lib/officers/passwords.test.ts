import { pbkdf2, scryptSync } from "node:crypto";
import { promisify } from "node:util";
import { beforeEach, expect, test } from "vitest";
import { hashPassword, MOST_AT_ONCE, MOST_WAITING, passwordMatches } from "./passwords";
import { hashAsAtADesk } from "./testing";

beforeEach(hashAsAtADesk);

test("a hash belongs to its password alone, however the password was typed", async () => {
  const hash = await hashPassword("ｃａｆé 即答");
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(await hashPassword("ｃａｆé 即答")).not.toBe(hash);
  expect(await passwordMatches("cafe\u0301 即答", hash)).toBe(true);
  expect(await passwordMatches("cafe 即答", hash)).toBe(false);
  expect(await passwordMatches("", null)).toBe(false);
});

test("a hash that was made at another cost still verifies", async () => {
  const [salt, password] = [Buffer.from("0123456789abcdef"), "an older password"];
  const key = scryptSync(password, salt, 32, { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 });
  const hash = ["scrypt", 65_536, 8, 1, salt.toString("base64url"), key.toString("base64url")].join("$");
  expect(await passwordMatches(password, hash)).toBe(true);
  expect(await passwordMatches("another", hash)).toBe(false);
});

test("whoever finds the queue full is refused at once, other work goes on, and the queue empties", async () => {
  let compared = 0;
  const places = MOST_AT_ONCE + MOST_WAITING;
  const crowd = Array.from({ length: places + 14 }, () => passwordMatches("a guess", null).then(() => (compared += 1)));
  const outcomes = Promise.allSettled(crowd);
  // Needs a thread of the same four that hashing uses.
  await promisify(pbkdf2)("other work", "salt", 1, 32, "sha256");
  expect(compared).toBe(0);
  const refused = (await outcomes).flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(compared).toBe(places);
  expect(refused).toHaveLength(14);
  for (const refusal of refused) expect(refusal).toMatchObject({ code: "signInBlocked" });
  expect(await passwordMatches("a guess", null)).toBe(false);
});

test("a password that is to be hashed waits for its turn behind any crowd", async () => {
  const crowd = Array.from({ length: MOST_AT_ONCE + MOST_WAITING }, () => passwordMatches("a guess", null));
  await expect(hashPassword("a new password")).resolves.toMatch(/^scrypt/);
  await Promise.all(crowd);
});
