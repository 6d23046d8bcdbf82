import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { readDoorAccount } from "./queries";
import { setAccountActive } from "./set-account-active";

test("a door that was closed knows the account no more, until it is opened again", async () => {
  const { admin, he, accountId, account } = await town();
  await setAccountActive({ accountId, isActive: false }, admin);
  expect(await readDoorAccount(account.slug)).toBeNull();
  await setAccountActive({ accountId, isActive: true }, admin);
  expect(await readDoorAccount(account.slug)).toMatchObject({ id: accountId });
  const foreign = { ...admin, scope: scopeOf([]) };
  await expect(setAccountActive({ accountId, isActive: false }, foreign)).rejects.toMatchObject({ code: "accountNotFound" });
  await expect(setAccountActive({ accountId, isActive: false }, he)).rejects.toMatchObject({ code: "notAllowed" });
  expect(await db.event.count({ where: { type: "account.activeSet", officerId: admin.id } })).toBe(2);
});
