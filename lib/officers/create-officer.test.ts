import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { createOfficer } from "./create-officer";
import { officerOfSession } from "./queries";
import { newOfficerInput } from "./schema";
import { signIn } from "./sign-in";

const wang = { login: "wang", name: "王", role: "supervisor" } as const;

test("the one-time password opens a session for every account, and has to be changed", async () => {
  const { accountId } = await town();
  const { id, password } = await createOfficer(wang);
  expect(password).toMatch(/^[a-z2-9]{16}$/);
  const { secret } = await signIn({ login: "wang", password });
  const officer = await officerOfSession(secret);
  expect(officer).toMatchObject({ id, role: "supervisor", mustChangePassword: true, scope: { accountIds: [accountId] } });
  expect(JSON.stringify(await db.officer.findMany())).not.toContain(password);
  expect(await db.event.findFirstOrThrow({ where: { type: "officer.created" } })).toMatchObject({
    officerId: id,
    facts: { role: "supervisor" },
  });
});

test("two of the same login: one is created, the other refused", async () => {
  const outcomes = await Promise.allSettled([createOfficer(wang), createOfficer(wang)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(createOfficer(wang)).rejects.toMatchObject({ code: "loginTaken", facts: { login: "wang" } });
  expect(await db.officer.count()).toBe(1);
});

test.each(["", "Wang", "王", "-wang", "a b", "w".repeat(61), "wang\0"])("%j is no login", (login) => {
  expect(newOfficerInput.safeParse({ ...wang, login }).success).toBe(false);
});
