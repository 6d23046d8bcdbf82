import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { pushMenu } from "./push-menu";
import { claimedMenu, menuSeen, plantMenu } from "./testing";
import { withdrawMenu } from "./withdraw-menu";

test("takes away only what the desk put there, also while that is under way", async () => {
  const { accountId, lin, he } = await town();
  await expect(withdrawMenu({ accountId }, he, at(0))).rejects.toMatchObject({ code: "customMenuNotPushed" });
  await plantMenu(accountId, lin, at(0));
  await pushMenu((await menuSeen(accountId, lin, at(1))).input, lin, at(1));
  await withdrawMenu({ accountId }, he, at(2));
  expect((await claimedMenu(at(2))).todo).toEqual({ kind: "withdraw" });
  expect(await told("customMenu.withdrawalAsked")).toHaveLength(1);
});
