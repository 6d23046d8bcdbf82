import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { listManaged } from "./people";
import { arrives } from "./testing";

test("an admin of one account sees its people, none who works elsewhere too, and no program", async () => {
  const { admin, lin, accountId } = await town();
  const everywhere = await arrives("sun", "admin");
  await db.officer.create({ data: { name: "热线系统", role: "officer", accounts: { create: { accountId } } } });
  const seen = await listManaged(admin);
  expect(seen.map(({ login }) => login).sort()).toEqual(["admin", "he", "lin", "zhao"]);
  expect(seen).toContainEqual(expect.objectContaining({ id: lin.id, hasPassword: false, factors: 0, accountIds: [accountId] }));
  expect(await listManaged(everywhere.officer)).toHaveLength(5);
});
