import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { setAssignment } from "@/lib/shifts/set-assignment";
import { signOn } from "@/lib/shifts/sign-on";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { dealQuestions } from "./deal-questions";

test("a round deals all that waits, whichever worker takes it up; the next one finds nothing", async () => {
  const { accountId, lin, zhao, he, hears } = await town();
  await setAssignment({ accountId, assignment: "roundRobin" }, he);
  for (const officer of [lin, zhao]) await signOn({ accountId, byChoice: true }, officer);
  for (const openid of ["o-1", "o-2", "o-3", "o-4", "o-5"]) await hears(openid, "出口堵了，谁来管", after(now(), -MINUTE));
  await Promise.all([dealQuestions(), dealQuestions()]);
  await dealQuestions();
  const held = await Promise.all([lin, zhao].map(({ id }) => db.question.count({ where: { assignedToId: id } })));
  expect(held.sort()).toEqual([2, 3]);
  expect(await db.event.count({ where: { type: "question.dealt" } })).toBe(5);
});
