import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { sealerOf, unseal } from "@/lib/sealing";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { resealSecrets } from "./reseal-secrets";

/** As secrets were sealed before their keys had ids. */
function sealedOfOld(secret: string): string {
  const key = Buffer.from(hkdfSync("sha256", String(process.env.AUTH_SECRET), "jida", "account secrets", 32));
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const bytes = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString("base64");
}

test("secrets of every column are sealed under the key of today, once, and leave one event without them", async () => {
  const { accountId } = await town();
  await db.officialAccount.update({ where: { id: accountId }, data: { sealedToken: sealedOfOld("townToken") } });
  await db.accessToken.create({ data: { accountId, sealed: sealedOfOld("access") } });

  expect(await resealSecrets()).toMatchObject({ secrets: 4, resealed: 2 });
  expect(await resealSecrets()).toMatchObject({ secrets: 4, resealed: 0 });

  const account = await db.officialAccount.findUniqueOrThrow({ where: { id: accountId }, include: { accessToken: true } });
  expect(account.sealedToken).toMatch(/^v1\./);
  expect(unseal(account.sealedToken)).toBe(TOWN_ACCOUNT.token);
  expect(unseal(account.accessToken?.sealed ?? "")).toBe("access");
  const events = await db.event.findMany({ where: { type: "secrets.resealed" } });
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events[0]?.facts)).not.toContain("townToken");
});

test("one that opens under no key stops it before anything has changed", async () => {
  const { accountId } = await town();
  const foreign = sealerOf(["a secret of somebody else, 32+ characters"]).seal("x");
  await db.accessToken.create({ data: { accountId, sealed: sealedOfOld("access") } });
  await db.officialAccount.update({ where: { id: accountId }, data: { sealedAesKey: foreign } });

  await expect(resealSecrets()).rejects.toThrow("AUTH_SECRET is not the one");
  expect((await db.accessToken.findUniqueOrThrow({ where: { accountId } })).sealed).not.toMatch(/^v1\./);
});
