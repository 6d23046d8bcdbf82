import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { createOfficer } from "./create-officer";
import { deactivateOfficer } from "./deactivate-officer";
import { officerOfSession } from "./queries";
import { resetPassword } from "./reset-password";
import { FREE_SIGN_IN_TRIES } from "./rules";
import { signIn } from "./sign-in";

async function created(login: string) {
  return createOfficer({ login, name: login, role: "officer" });
}

test("only the new password counts, and has to be changed; every session ends, a colleague's not", async () => {
  const [lin, zhao] = [await created("lin"), await created("zhao")];
  await db.officer.updateMany({ data: { passwordExpiredAt: null } });
  const [here, colleague] = [
    await signIn({ login: "lin", password: lin.password }),
    await signIn({ login: "zhao", password: zhao.password }),
  ];
  const { password } = await resetPassword("lin");
  expect(password).toMatch(/^[a-z2-9]{16}$/);
  expect(await officerOfSession(here.secret)).toBeNull();
  expect(await officerOfSession(colleague.secret)).toMatchObject({ mustChangePassword: false });
  await expect(signIn({ login: "lin", password: lin.password })).rejects.toMatchObject({ code: "passwordWrong" });

  const { secret } = await signIn({ login: "lin", password });
  expect(await officerOfSession(secret)).toMatchObject({ id: lin.id, mustChangePassword: true });
  expect(JSON.stringify(await db.officer.findMany())).not.toContain(password);
  expect(await db.event.findMany({ where: { type: "officer.passwordReset" } })).toMatchObject([
    { officerId: lin.id, facts: { sessions: 1 } },
  ]);
});

test("whoever was locked out by wrong passwords signs in at once", async () => {
  await created("lin");
  for (let tries = 0; tries < FREE_SIGN_IN_TRIES; tries++) await signIn({ login: "lin", password: "a guess" }).catch(() => undefined);
  await expect(signIn({ login: "lin", password: "a guess" })).rejects.toMatchObject({ code: "signInBlocked" });
  const { password } = await resetPassword("lin");
  expect(await db.officer.findFirstOrThrow()).toMatchObject({ failedSignIns: 0 });
  await expect(signIn({ login: "lin", password })).resolves.toBeDefined();
});

test("nobody of this login, somebody who left and a program get no password", async () => {
  await created("lin");
  await deactivateOfficer({ login: "lin" }, null);
  const before = await db.officer.findFirstOrThrow();
  await expect(resetPassword("lin")).rejects.toMatchObject({ code: "officerNotFound", facts: { login: "lin" } });
  await expect(resetPassword("nobody")).rejects.toMatchObject({ code: "officerNotFound" });
  expect(await db.officer.findFirstOrThrow()).toEqual(before);
  expect(await db.event.count({ where: { type: "officer.passwordReset" } })).toBe(0);
});

test("an old password that is being compared meanwhile leaves no session behind", async () => {
  const { password } = await created("lin");
  await Promise.allSettled([resetPassword("lin"), ...Array.from({ length: 6 }, () => signIn({ login: "lin", password }))]);
  expect(await db.session.count({ where: { revokedAt: null } })).toBe(0);
});
