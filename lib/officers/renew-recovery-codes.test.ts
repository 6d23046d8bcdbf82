import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { proveFactor } from "./prove-factor";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { signIn } from "./sign-in";
import { arrives, withApp } from "./testing";

test("the codes before count no more; without a second factor there are none", async () => {
  const { officer, password } = await arrives("lin");
  await expect(renewRecoveryCodes(officer)).rejects.toMatchObject({ code: "factorNotFound" });
  const { recoveryCodes: before } = await withApp(officer);
  const { recoveryCodes } = await renewRecoveryCodes(officer);
  const { secret } = await signIn({ login: "lin", password });
  await expect(proveFactor({ code: before[0] ?? "" }, secret)).rejects.toMatchObject({ code: "factorWrong" });
  await proveFactor({ code: recoveryCodes[0] ?? "" }, secret);
  expect(await db.event.count({ where: { type: "officer.recoveryCodesRenewed" } })).toBe(1);
});
