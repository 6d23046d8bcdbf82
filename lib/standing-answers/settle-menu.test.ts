import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { pushMenu } from "./push-menu";
import { settleMenu } from "./settle-menu";
import { claimedMenu, menuSeen, plantMenu } from "./testing";
import { withdrawMenu } from "./withdraw-menu";

test("what was taken is what ought to be there, and is looked at once; who asks for something else meanwhile is heard", async () => {
  const { accountId, lin } = await town();
  await plantMenu(accountId, lin, at(0));
  await pushMenu((await menuSeen(accountId, lin, at(1))).input, lin, at(1));
  const claim = await claimedMenu(at(1));
  await settleMenu(claim, at(2));
  expect(await menuSeen(accountId, lin, at(2))).toMatchObject({ task: null, pushed: { by: lin.name }, state: "unknown", isUnderway: true });
  const look = await claimedMenu(at(2));
  expect(look.todo).toEqual({ kind: "look" });
  await withdrawMenu({ accountId }, lin, at(2));
  expect(await settleMenu(look, at(3))).toBe(false);
  await settleMenu(await claimedMenu(at(43)), at(43));
  expect((await menuSeen(accountId, lin, at(43))).pushed).toBeNull();
  expect((await told("customMenu.settled")).map(({ facts }) => facts)).toEqual([{ task: "push" }, { task: "withdraw" }]);
});
