import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { markSent } from "@/lib/replies/mark-sent";
import { claims, says } from "@/lib/replies/testing";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { find } from "./find";

const start = after(now(), -10 * MINUTE);
const at = (seconds: number) => after(start, seconds * SECOND);

test("residents, threads by their newest words, and answers that were sent, each text once", async () => {
  const { lin, hears } = await town();
  const xing = await hears("o-xing", "三号路停水了", start);
  await hears("o-xing", "还在停水", at(10));
  const wang = await hears("o-wang", "停水到几点", at(20));
  const li = await hears("o-li", "居住证要什么材料", at(30));
  const { residentId } = await db.thread.findUniqueOrThrow({ where: { id: li.threadId } });
  await db.resident.update({ where: { id: residentId }, data: { remark: "停水的老李" } });
  for (const [index, threadId] of [xing.threadId, wang.threadId].entries()) {
    await says(lin, threadId, "停水今晚八点恢复", at(60 + index));
    await markSent(await claims(at(70 + index)), at(71 + index));
  }
  await says(lin, li.threadId, "停水的话打96303", at(80));

  const found = await find(lin.scope, "停水");
  expect(found.residents.map(({ remark }) => remark)).toEqual(["停水的老李"]);
  expect(found.threads.map(({ threadId }) => threadId)).toEqual([wang.threadId, xing.threadId]);
  expect(found.answers).toMatchObject([{ text: "停水今晚八点恢复", officer: "林", threadId: wang.threadId }]);
  expect(await find(lin.scope, "停")).toEqual({ words: [], residents: [], threads: [], answers: [] });
  expect(await find(scopeOf([uuid()]), "停水")).toMatchObject({ residents: [], threads: [], answers: [] });
});
