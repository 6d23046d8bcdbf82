import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { checkMenu } from "./check-menu";
import { claimMenu } from "./claim-menu";
import { storeMenu } from "./store-menu";
import { claimedMenu, menuSeen } from "./testing";

test("has somebody look at once, although the desk has put no menu there; one of another's is no drift, and is not watched", async () => {
  const { accountId, lin } = await town();
  await checkMenu({ accountId }, lin, at(0));
  const claim = await claimedMenu(at(0));
  expect(claim.todo).toEqual({ kind: "look" });
  await storeMenu(claim, { button: [{ type: "click", name: "别家", key: "K" }] }, at(0));
  expect(await menuSeen(accountId, lin, at(1))).toMatchObject({
    ...{ state: "differs", driftedSince: null, pushed: null, isUnderway: false },
    found: { buttons: [{ name: "别家" }] },
  });
  expect(await claimMenu(at(9_999))).toBeNull();
  expect(await told("customMenu.lookAsked")).toHaveLength(1);
});
