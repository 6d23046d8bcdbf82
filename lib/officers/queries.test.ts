import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { listColleagues } from "./queries";
import { scopeOf } from "./scope";

test("colleagues are the people who share an account and still work here", async () => {
  const { lin, zhao, he, admin } = await town();
  await db.officer.update({ where: { id: zhao.id }, data: { deactivatedAt: new Date() } });
  await db.officer.create({ data: { name: "热线系统", role: "officer", allAccounts: true } });
  await db.officer.create({ data: { name: "钱", login: "qian", role: "officer" } });
  const everywhere = await db.officer.create({ data: { name: "孙", login: "sun", role: "supervisor", allAccounts: true } });
  const colleagues = await listColleagues(lin.scope);
  expect(colleagues.map(({ id }) => id).sort()).toEqual([lin.id, he.id, admin.id, everywhere.id].sort());
  expect(colleagues).toContainEqual({ id: he.id, name: "何", login: "he", role: "supervisor" });
  expect((await listColleagues(scopeOf([uuid()]))).map(({ id }) => id)).toEqual([everywhere.id]);
});
