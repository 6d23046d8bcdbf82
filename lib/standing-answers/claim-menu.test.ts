import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimMenu } from "./claim-menu";
import { pushMenu } from "./push-menu";
import { settleMenu } from "./settle-menu";
import { claimedMenu, menuSeen, plantMenu } from "./testing";

test("of many workers one is at a menu; one that fell silent is made up for by the next, and reports no more", async () => {
  const { accountId, lin } = await town();
  await plantMenu(accountId, lin, at(0));
  await pushMenu((await menuSeen(accountId, lin, at(1))).input, lin, at(1));
  const claims = await Promise.all([1, 2, 3].map(() => claimMenu(at(2))));
  const [silent, ...others] = claims.filter((claim) => claim !== null);
  expect([silent?.todo.kind, others]).toEqual(["push", []]);
  expect(await claimMenu(at(41))).toBeNull();
  const next = await claimedMenu(at(43));
  expect(next.todo).toEqual(silent?.todo);
  expect([silent && (await settleMenu(silent, at(44))), await settleMenu(next, at(44))]).toEqual([false, true]);
  expect((await told("customMenu.claimed")).map(({ facts }) => facts)).toEqual([{ task: "push" }, { task: "push" }]);
});
