import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { addTotp } from "./add-totp";
import { officerOfSession } from "./queries";
import { FACTOR_MINUTES, MOST_FACTORS, RECOVERY_CODES } from "./rules";
import { signIn } from "./sign-in";
import { arrives, codeOf, withApp } from "./testing";
import { offerTotp } from "./totp";

test("the first app brings ten recovery codes, ends every other session, and nothing is kept that can be read", async () => {
  const { officer, password, secret } = await arrives("lin");
  const elsewhere = await signIn({ login: "lin", password });
  const offer = offerTotp(officer, now());
  const { recoveryCodes } = await addTotp({ sealed: offer.sealed, code: codeOf(offer.secret, now()), name: "手机" }, officer);
  expect(new Set(recoveryCodes).size).toBe(RECOVERY_CODES);
  expect(await officerOfSession(secret)).toMatchObject({ hasFactor: true });
  expect(await officerOfSession(elsewhere.secret)).toBeNull();
  const [factors, codes] = [await db.secondFactor.findMany({ omit: { counter: true } }), await db.recoveryCode.findMany()];
  const kept = JSON.stringify({ factors, codes });
  for (const words of [offer.secret, ...recoveryCodes]) expect(kept).not.toContain(words);
  expect(await db.event.count({ where: { type: "officer.totpAdded", officerId: officer.id } })).toBe(1);
  expect((await withApp(officer)).recoveryCodes).toEqual([]);
  const more = { officerId: officer.id, kind: "passkey" as const, name: "钥匙", createdAt: now() };
  await db.secondFactor.createMany({ data: Array.from({ length: MOST_FACTORS - 2 }, () => more) });
  await expect(withApp(officer)).rejects.toMatchObject({ code: "tooMany", facts: { most: MOST_FACTORS } });
});

test("a wrong code, an offer to somebody else and an old offer are refused", async () => {
  const { officer } = await arrives("lin");
  const colleague = await arrives("zhao");
  const at = now();
  const { secret, sealed } = offerTotp(officer, at);
  const add = (code: string, who = officer, instant = at) => addTotp({ sealed, code, name: "手机" }, who, instant);
  await expect(add("000000")).rejects.toMatchObject({ code: "factorWrong" });
  await expect(add(codeOf(secret, at), colleague.officer)).rejects.toMatchObject({ code: "factorOfferExpired" });
  const late = after(at, FACTOR_MINUTES * MINUTE);
  await expect(add(codeOf(secret, late), officer, late)).rejects.toMatchObject({ code: "factorOfferExpired" });
  expect(await db.secondFactor.count()).toBe(0);
});
