import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { revertTuning } from "./revert-tuning";
import type { TuningFigures } from "./rules";
import { at, told } from "./testing";
import { tuneGrouping } from "./tune-grouping";
import { tuningInForce } from "./tuning";

const BETTER: TuningFigures = { learnt: 60, held: 20, lossBefore: 0.6, lossAfter: 0.4, wrongBefore: 5, wrongAfter: 3 };
const STRICT = { scale: 1, shift: -1 };

test("a better tuning takes effect with its figures; the former one holds again when it is reverted", async () => {
  const { accountId } = await town();
  expect(await tuneGrouping({ accountId, inForceId: null, tuning: STRICT, figures: BETTER }, at(1))).toBe(true);
  const first = await tuningInForce(accountId);
  expect(first).toMatchObject({ tuning: STRICT, changedAt: at(1) });
  const second = { scale: 2, shift: 0.5 };
  expect(await tuneGrouping({ accountId, inForceId: first.id, tuning: second, figures: BETTER }, at(2))).toBe(true);
  expect((await tuningInForce(accountId)).tuning).toEqual(second);
  expect(await revertTuning(accountId, at(3))).toBe(true);
  expect(await tuningInForce(accountId)).toEqual({ ...first, changedAt: at(3) });
  expect((await told("grouping.tuned")).map(({ facts }) => facts)).toMatchObject([{ ...STRICT, ...BETTER }, second]);
});

test("what errs more, contradicts more, or was measured on too little is not taken", async () => {
  const { accountId } = await town();
  for (const worse of [{ lossAfter: 0.6 }, { wrongAfter: 6 }, { held: 9 }]) {
    const figures = { ...BETTER, ...worse };
    expect(await tuneGrouping({ accountId, inForceId: null, tuning: STRICT, figures }, at(1)), JSON.stringify(worse)).toBe(false);
  }
  expect(await db.groupingTuning.count()).toBe(0);
});

test("of two that were measured against the same tuning one takes effect", async () => {
  const { accountId } = await town();
  const proposal = { accountId, inForceId: null, tuning: STRICT, figures: BETTER };
  const taken = await Promise.all([tuneGrouping(proposal, at(1)), tuneGrouping(proposal, at(1))]);
  expect(taken.sort()).toEqual([false, true]);
  expect(await db.groupingTuning.count()).toBe(1);
});
