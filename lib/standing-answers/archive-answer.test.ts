import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { archiveAnswer } from "./archive-answer";
import { inForce, listStandingAnswers } from "./queries";
import { plant } from "./testing";

test("it is nobody's any more, its number is free, its versions stay; a sub-menu goes after what stands in it", async () => {
  const { accountId, lin, zhao, admin } = await town();
  const standingAnswerId = await plant(accountId, lin, { name: "服务", number: 6 });
  const below = await plant(accountId, lin, { name: "社保", number: 61, parentId: standingAnswerId });
  await expect(archiveAnswer({ standingAnswerId: below }, zhao)).rejects.toMatchObject({ code: "notAllowed" });
  await expect(archiveAnswer({ standingAnswerId: below }, stranger(admin))).rejects.toMatchObject({ code: "standingAnswerNotFound" });
  await expect(archiveAnswer({ standingAnswerId }, lin)).rejects.toMatchObject({ code: "standingHasBelow", facts: { count: 1 } });
  await archiveAnswer({ standingAnswerId: below }, lin, at(5));
  await archiveAnswer({ standingAnswerId }, lin, at(6));
  await expect(archiveAnswer({ standingAnswerId }, lin)).rejects.toMatchObject({ code: "standingAnswerNotFound" });
  expect([await listStandingAnswers(lin.scope, accountId), await inForce(accountId, at(7))]).toEqual([[], []]);
  expect(await db.standingVersion.count()).toBe(2);
  await plant(accountId, lin, { name: "服务", number: 6 });
  expect((await told("standingAnswer.archived")).map(({ facts }) => facts)).toEqual([{ standingAnswerId: below }, { standingAnswerId }]);
});
