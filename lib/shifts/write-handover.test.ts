import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { answered, stranger, told } from "@/lib/questions/testing";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { listHandovers } from "./handovers";
import { writeHandoverInput } from "./schema";
import { desk, hours } from "./testing";
import { writeHandover } from "./write-handover";

const text = "二号泵站还没有回话，五点再问。";

test("the words are kept with what was open and due then; what of that is open still can be seen later", async () => {
  const { accountId, lin, he, hears } = await desk();
  const end = hours(8);
  const [late, soon, promised] = await Promise.all([
    hears("o-one", "出口堵了怎么办", after(end, -HOUR)),
    hears("o-two", "路灯不亮找谁", after(end, -8 * MINUTE)),
    hears("o-three", "供暖什么时候开始", after(end, -2 * HOUR)),
  ]);
  const promise = { firstRepliedAt: after(end, -HOUR), promisedAt: after(end, HOUR), promisedUnit: "供热公司" };
  await db.question.update({ where: { id: promised.questionId ?? "" }, data: promise });
  const { handoverId } = await writeHandover({ accountId, text }, lin, end);
  expect(await told("handover.written")).toMatchObject([
    { at: end, officerId: lin.id, facts: { handoverId, open: 3, dueSoon: 1, overdue: 1, promisedToday: 1 } },
  ]);
  const { facts } = await db.handover.findFirstOrThrow();
  expect(facts).toMatchObject({
    open: { count: 3, ids: [late.questionId, soon.questionId, promised.questionId] },
    overdue: { ids: [late.questionId] },
    dueSoon: { ids: [soon.questionId] },
    promisedToday: { ids: [promised.questionId] },
  });
  await answered(late.questionId, he, after(end, MINUTE));
  expect(await listHandovers(he.scope, accountId, 10)).toMatchObject([
    {
      ...{ id: handoverId, officer: { id: lin.id, name: lin.name }, text, writtenAt: end, readAt: null, readBy: null },
      counts: { open: { count: 3, still: 2 }, overdue: { count: 1, still: 0 }, dueSoon: { count: 1, still: 1 } },
    },
  ]);
});

test("what is promised today ends with the day of the account's own clock", async () => {
  const { accountId, lin, hears } = await desk();
  await db.officialAccount.update({ where: { id: accountId }, data: { timeZone: "Europe/Berlin" } });
  const midnight = new Date("2026-11-23T23:00:00Z");
  for (const [index, promisedAt] of [after(midnight, -MINUTE), midnight, after(midnight, -24 * HOUR - MINUTE)].entries()) {
    const { questionId } = await hears(`o-${index}`, "供暖什么时候开始", hours(0));
    await db.question.update({ where: { id: questionId ?? "" }, data: { promisedAt } });
  }
  await writeHandover({ accountId, text }, lin, hours(1));
  expect(await told("handover.written")).toMatchObject([{ facts: { open: 3, promisedToday: 1 } }]);
});

test("nobody writes or reads one of another account; one without words is none", async () => {
  const { accountId, lin } = await desk();
  await expect(writeHandover({ accountId, text }, stranger(lin))).rejects.toMatchObject({ code: "accountNotFound" });
  await writeHandover({ accountId, text }, lin, hours(8));
  expect(await listHandovers(stranger(lin).scope, accountId, 10)).toEqual([]);
  expect(writeHandoverInput.safeParse({ accountId, text: " \n" }).success).toBe(false);
});
