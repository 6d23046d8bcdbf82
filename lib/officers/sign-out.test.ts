import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { createOfficer } from "./create-officer";
import { officerOfSession } from "./queries";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

test("ends this session and no other, once", async () => {
  const { id, password } = await createOfficer({ login: "lin", name: "林", role: "officer" });
  const here = await signIn({ login: "lin", password });
  const elsewhere = await signIn({ login: "lin", password });
  await signOut(here.secret);
  await signOut(here.secret);
  expect(await officerOfSession(here.secret)).toBeNull();
  expect(await officerOfSession(elsewhere.secret)).toMatchObject({ id });
  expect(await db.event.count({ where: { type: "officer.signedOut", officerId: id } })).toBe(1);
});

test("a session that never was ends in silence", async () => {
  await signOut("made up");
  expect(await db.event.count()).toBe(0);
});
