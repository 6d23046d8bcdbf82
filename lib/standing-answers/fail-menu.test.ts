import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { checkMenu } from "./check-menu";
import { claimMenu } from "./claim-menu";
import { failMenu } from "./fail-menu";
import { pushMenu } from "./push-menu";
import { claimedMenu, menuSeen, plantMenu } from "./testing";

test("what may pass is tried again, later and later; what will not waits for an officer, and its reason outlives a failed look", async () => {
  const { accountId, lin } = await town();
  await plantMenu(accountId, lin, at(0));
  const { input } = await menuSeen(accountId, lin, at(1));
  await pushMenu(input, lin, at(1));
  const away = { code: "unreachable", errcode: null, isFinal: false } as const;
  await failMenu(await claimedMenu(at(1)), away, at(1));
  expect([await claimMenu(at(10)), (await menuSeen(accountId, lin, at(10))).task]).toEqual([null, "push"]);
  await failMenu(await claimedMenu(at(11)), away, at(11));
  expect(await claimMenu(at(30))).toBeNull();
  await failMenu(await claimedMenu(at(31)), { code: "buttonName", errcode: 40018, isFinal: true }, at(31));
  const failure = { code: "buttonName", errcode: 40018, at: at(31), task: "push" };
  expect(await menuSeen(accountId, lin, at(32))).toMatchObject({ failure, task: null, isUnderway: false });
  expect(await claimMenu(at(9_999))).toBeNull();

  await checkMenu({ accountId }, lin, at(10_000));
  await failMenu(await claimedMenu(at(10_000)), away, at(10_000));
  expect((await menuSeen(accountId, lin, at(10_000))).failure).toEqual(failure);
  await pushMenu(input, lin, at(10_001));
  expect((await menuSeen(accountId, lin, at(10_001))).failure).toBeNull();
  expect((await told("customMenu.failed")).at(2)?.facts).toEqual({ task: "push", failure: "buttonName", errcode: 40018, failures: 3 });
});
