import { expect, test } from "vitest";
import { db, pool } from "@/lib/db";
import { at } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { followEvents, rebuildFacts } from "./follow";
import { allFacts } from "./testing/life";

const follow = async (minutes: number) => {
  for (let isBehind = true; isBehind; ) isBehind = (await followEvents(at(minutes * 60))).behind;
};
const isLeft = async () => (await db.factCursor.findFirstOrThrow()).staleAt !== null;
const endsEarly = () => {
  throw new Error("ended early");
};

test("what a rebuild writes after it has been taken for dead is summed, too, when it then ends early", async () => {
  const { hears } = await town();
  for (const openid of ["o-1", "o-2", "o-3"]) await hears(openid, "路灯不亮", at(0));
  await follow(60);
  const followed = await allFacts();
  await db.questionFact.deleteMany();
  expect((await allFacts()).sums).toEqual([]);

  const holder = await pool.connect();
  await holder.query(`BEGIN; LOCK TABLE "Question"`);
  const rebuilt = rebuildFacts(endsEarly, at(60 * 60)).catch((error: Error) => error.message);
  await expect.poll(isLeft).toBe(true);
  await follow(70);
  expect(await isLeft()).toBe(false);
  await holder.query("COMMIT");
  holder.release();
  expect(await rebuilt).toBe("ended early");
  await follow(80);
  expect(await allFacts()).toEqual(followed);
});
