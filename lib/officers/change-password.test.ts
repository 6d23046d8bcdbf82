import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { changePassword } from "./change-password";
import { createOfficer } from "./create-officer";
import { officerOfSession, type SignedInOfficer } from "./queries";
import { signIn } from "./sign-in";

async function signedIn() {
  const { id, password } = await createOfficer({ login: "lin", name: "林", role: "officer" });
  const { secret } = await signIn({ login: "lin", password });
  return { id, password, secret, officer: (await officerOfSession(secret)) as SignedInOfficer };
}
const next = "a much better one";

test("the new password counts, the old one no more, and every other session ends", async () => {
  const { id, officer, password, secret } = await signedIn();
  const elsewhere = await signIn({ login: "lin", password });
  await changePassword({ current: password, next }, officer);
  expect(await officerOfSession(secret)).toMatchObject({ id, mustChangePassword: false });
  expect(await officerOfSession(elsewhere.secret)).toBeNull();
  await expect(signIn({ login: "lin", password })).rejects.toMatchObject({ code: "passwordWrong" });
  await expect(signIn({ login: "lin", password: next })).resolves.toMatchObject({ officerId: id });
  expect(await db.event.count({ where: { type: "officer.passwordChanged", officerId: id } })).toBe(1);
});

test("the current password must be right and the new one another", async () => {
  const { officer, password, secret } = await signedIn();
  await expect(changePassword({ current: "a guess", next }, officer)).rejects.toMatchObject({ code: "passwordWrong" });
  await expect(changePassword({ current: password, next: password }, officer)).rejects.toMatchObject({ code: "passwordTooWeak" });
  expect(await officerOfSession(secret)).toMatchObject({ mustChangePassword: true });
});

test("of two changes at once one counts", async () => {
  const { officer, password } = await signedIn();
  const changes = [next, `${next}!`].map((chosen) => changePassword({ current: password, next: chosen }, officer));
  const outcomes = await Promise.allSettled(changes);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
