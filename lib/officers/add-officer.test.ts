import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { addOfficer } from "./add-officer";
import { choosePassword } from "./choose-password";
import { officerOfSession } from "./queries";
import { signIn } from "./sign-in";

const wang = { login: "wang", name: "王", role: "supervisor", allAccounts: false } as const;

test("whoever is added has no way in but the link, and works at the accounts that were given", async () => {
  const { admin, accountId } = await town();
  const { officerId, secret } = await addOfficer({ ...wang, accountIds: [accountId] }, admin);
  await expect(signIn({ login: "wang", password: secret })).rejects.toMatchObject({ code: "passwordWrong" });
  await choosePassword({ secret, next: "a password of my own" });
  const session = await signIn({ login: "wang", password: "a password of my own" });
  expect(await officerOfSession(session.secret)).toMatchObject({
    ...{ id: officerId, role: "supervisor", mustChangePassword: false, scope: { accountIds: [accountId] } },
  });
  expect(await db.event.findMany({ where: { type: "officer.added" } })).toMatchObject([
    { officerId: admin.id, facts: { ofId: officerId, role: "supervisor", accounts: 1 } },
  ]);
});

test("nobody gives what is not theirs: a supervisor adds nobody, an admin of one account gives no other and not all", async () => {
  const { admin, he, accountId } = await town();
  const foreign = "019aaaaa-0000-7000-8000-000000000000";
  await expect(addOfficer({ ...wang, accountIds: [accountId] }, he)).rejects.toMatchObject({ code: "notAllowed" });
  for (const reach of [
    { allAccounts: true, accountIds: [] },
    { allAccounts: false, accountIds: [foreign] },
  ])
    await expect(addOfficer({ ...wang, ...reach }, admin)).rejects.toMatchObject({ code: "accountNotFound" });
  await expect(addOfficer({ ...wang, login: "lin", accountIds: [] }, admin)).rejects.toMatchObject({ code: "loginTaken" });
  expect(await db.officer.count()).toBe(4);
});
