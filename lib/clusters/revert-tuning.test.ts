import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { revertTuning } from "./revert-tuning";
import { at, told } from "./testing";

test("the tuning in force is taken back once and kept; other accounts keep theirs", async () => {
  const { accountId } = await town();
  const tuning = { scale: 1, shift: -1, figures: {}, at: at(0) };
  const { id } = await db.groupingTuning.create({ data: { ...tuning, accountId } });
  const other = await db.groupingTuning.create({ data: { ...tuning, accountId: crypto.randomUUID() } });
  expect(await revertTuning(accountId, at(1))).toBe(true);
  expect(await revertTuning(accountId, at(2))).toBe(false);
  expect(await db.groupingTuning.findMany({ orderBy: { id: "asc" }, select: { id: true, revertedAt: true } })).toEqual([
    { id, revertedAt: at(1) },
    { id: other.id, revertedAt: null },
  ]);
  expect(await told("grouping.tuningReverted")).toMatchObject([{ facts: { tuningId: id } }]);
});
