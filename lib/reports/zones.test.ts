import { expect, test } from "vitest";
import { setTimeZone } from "@/lib/accounts/set-time-zone";
import { db, pool } from "@/lib/db";
import { at } from "@/lib/questions/testing";
import { readBook } from "@/lib/sla/queries";
import { termsAt } from "@/lib/sla/terms";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { followEvents, rebuildFacts } from "./follow";
import { booksOf } from "./terms";

test("a zone that is set later moves no day of what came before, and no wait's clock", async () => {
  const { accountId, he, hears } = await town();
  await hears("o-1", "路灯不亮", at(0));
  for (let round = 0; round < 3; round += 1) await followEvents(at(1));
  const before = await db.questionFact.findMany();
  expect(before).toHaveLength(1);

  await setTimeZone({ accountId, timeZone: "Asia/Shanghai" }, he, at(1));
  await setTimeZone({ accountId, timeZone: "Pacific/Auckland" }, he, at(2));
  await setTimeZone({ accountId, timeZone: "Europe/Paris" }, he, at(4));
  expect(await rebuildFacts(() => undefined, at(3))).toMatchObject({ differed: 0 });
  expect(await db.questionFact.findMany()).toEqual(before);

  const book = await readBook(accountId);
  const zones = [0, 11.9, 12, 13.9, 14].map((minute) => termsAt(book, at(minute)).timeZone);
  expect(zones).toEqual(["Asia/Shanghai", "Asia/Shanghai", "Pacific/Auckland", "Pacific/Auckland", "Europe/Paris"]);
  const client = await pool.connect();
  expect((await booksOf(client, [accountId])).get(accountId)).toEqual(book);
  client.release();
});
