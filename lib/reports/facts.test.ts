import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at } from "@/lib/questions/testing";
import { after, DAY } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { followEvents, rebuildFacts } from "./follow";
import { allFacts, live } from "./testing";

test("facts that followed the events are the facts that all events give, and the sums are theirs", { timeout: 120_000 }, async () => {
  const desk = await town();
  const end = await live(desk, at(0), 150, async (now) => void (await followEvents(now)));
  const later = after(end, DAY);
  for (let round = 0; round < 4; round += 1) await followEvents(later);
  const followed = await allFacts();
  expect(followed.questions.length).toBe(await db.question.count());
  expect(followed.duties.length).toBeGreaterThan(5);

  expect(await rebuildFacts(() => undefined, later)).toMatchObject({ differed: 0 });
  await db.questionFact.deleteMany();
  await db.dutyFact.deleteMany();
  expect((await allFacts()).sums).toEqual([]);
  await rebuildFacts(() => undefined, later);
  expect(await allFacts()).toEqual(followed);
});
