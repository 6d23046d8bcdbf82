import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { record } from "./record";

const eight = new Date("2026-11-23T00:00:00Z");

test("written with its facts and its transaction's number", async () => {
  await db.$transaction((tx) => record(tx, { type: "intake.resumed", facts: { from: "a", count: 2, forced: false } }, eight));
  const [row] = await db.$queryRaw<{ type: string; at: Date; facts: unknown; numbered: boolean }[]>`
    SELECT type, at, facts, xid IS NOT NULL AS numbered FROM "Event"`;
  expect(row).toEqual({ type: "intake.resumed", at: eight, facts: { from: "a", count: 2, forced: false }, numbered: true });
});

test("never updated and never deleted, not even by us", async () => {
  await db.$transaction((tx) => record(tx, { type: "account.saved" }, eight));
  await expect(db.event.updateMany({ data: { type: "account.clockSkewed" } })).rejects.toThrow("never updated");
  await expect(db.event.deleteMany()).rejects.toThrow("never deleted");
  await expect(db.$executeRaw`DELETE FROM "Event"`).rejects.toThrow("never deleted");
  expect(await db.event.findMany({ select: { type: true } })).toEqual([{ type: "account.saved" }]);
});

test("undone with its transaction", async () => {
  const failing = db.$transaction(async (tx) => {
    await record(tx, { type: "account.saved" }, eight);
    throw new Error("and then something failed");
  });
  await expect(failing).rejects.toThrow("something failed");
  expect(await db.event.count()).toBe(0);
});
