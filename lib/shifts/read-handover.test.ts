import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { unreadHandovers } from "./handovers";
import { readHandover } from "./read-handover";
import { desk, hours, sunday } from "./testing";
import { writeHandover } from "./write-handover";

test("shown to whoever comes until one of them has read it; the newest alone, never to whoever wrote it", async () => {
  const { accountId, lin, zhao, he } = await desk();
  await writeHandover({ accountId, text: "早班" }, zhao, hours(4));
  const { handoverId } = await writeHandover({ accountId, text: "中班" }, lin, hours(8));
  expect((await unreadHandovers(he.scope, he.id, sunday)).map(({ id }) => id)).toEqual([handoverId]);
  expect((await unreadHandovers(lin.scope, lin.id, sunday)).map(({ text }) => text)).toEqual(["早班"]);
  expect(await unreadHandovers(stranger(he).scope, he.id, sunday)).toEqual([]);
  await Promise.all([readHandover({ handoverId }, he, hours(9)), readHandover({ handoverId }, zhao, hours(9))]);
  expect(await told("handover.read")).toHaveLength(1);
  expect((await unreadHandovers(he.scope, he.id, sunday)).map(({ text }) => text)).toEqual(["早班"]);
});

test("who wrote it or may not see it does not read it", async () => {
  const { accountId, lin, he } = await desk();
  const { handoverId } = await writeHandover({ accountId, text: "中班" }, lin, hours(8));
  for (const officer of [lin, stranger(he)])
    await expect(readHandover({ handoverId }, officer)).rejects.toMatchObject({ code: "handoverNotFound" });
  expect(await db.handover.findFirst()).toMatchObject({ readAt: null });
});
