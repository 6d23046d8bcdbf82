import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { addPasskey } from "./add-passkey";
import { askNewPasskey } from "./passkeys";
import { RECOVERY_CODES } from "./rules";
import { signIn } from "./sign-in";
import { arrives, devicePasskey } from "./testing";

test("a passkey that signs what was asked is kept, once, and the next sign-in waits for it", async () => {
  const { officer, password } = await arrives("lin");
  const device = devicePasskey();
  const response = device.made(await askNewPasskey(officer, now()));
  const { recoveryCodes } = await addPasskey({ response, name: "办公电脑" }, officer);
  expect(recoveryCodes).toHaveLength(RECOVERY_CODES);
  await expect(addPasskey({ response, name: "又一个" }, officer)).rejects.toMatchObject({ code: "factorOfferExpired" });
  expect((await signIn({ login: "lin", password })).waits).toBe(true);
  expect((await askNewPasskey(officer, now())).excludeCredentials).toMatchObject([{ id: response.id }]);
  expect(await db.event.count({ where: { type: "officer.passkeyAdded", officerId: officer.id } })).toBe(1);
});

test("one that signs something else is none", async () => {
  const { officer } = await arrives("lin");
  await askNewPasskey(officer, now());
  const response = devicePasskey().made({ challenge: "c29tZXRoaW5nIGVsc2U" });
  await expect(addPasskey({ response, name: "办公电脑" }, officer)).rejects.toMatchObject({ code: "factorWrong" });
  expect(await db.secondFactor.count()).toBe(0);
});
