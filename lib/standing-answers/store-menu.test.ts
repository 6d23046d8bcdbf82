import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimMenu } from "./claim-menu";
import { pushMenu } from "./push-menu";
import { settleMenu } from "./settle-menu";
import { storeMenu } from "./store-menu";
import { claimedMenu, menuSeen, plantMenu } from "./testing";

test("looks again every hour; another menu, or none, is a drift since it was first seen, with what is other", async () => {
  const { accountId, lin } = await town();
  await plantMenu(accountId, lin, at(0));
  const seen = await menuSeen(accountId, lin, at(1));
  await pushMenu(seen.input, lin, at(1));
  await settleMenu(await claimedMenu(at(1)), at(1));
  const look = async (found: object | null, seconds: number) => {
    await storeMenu(await claimedMenu(at(seconds)), found, at(seconds));
    return menuSeen(accountId, lin, at(seconds));
  };
  expect(await look(seen.made.menu, 1)).toMatchObject({ state: "same", driftedSince: null, found: { drift: [] } });
  expect(await claimMenu(at(3_600))).toBeNull();
  const other = { button: [{ type: "click", name: "别家", key: "K" }, ...seen.made.menu.button.slice(1)] };
  expect(await look(other, 3_601)).toMatchObject({
    ...{ state: "differs", driftedSince: at(3_601) },
    found: {
      drift: [
        { column: 1, row: 0, before: { name: "看一看", does: null }, after: { name: "别家" } },
        { column: 1, row: 1, before: { name: "天气" }, after: null },
      ],
    },
  });
  expect(await look(null, 7_201)).toMatchObject({ state: "missing", driftedSince: at(3_601) });
  expect(await look(seen.made.menu, 10_801)).toMatchObject({ state: "same", driftedSince: null });
  expect((await told("customMenu.looked")).map(({ facts }) => facts)).toEqual([
    { state: "same", isDrift: false },
    { state: "differs", isDrift: true },
    { state: "missing", isDrift: true },
    { state: "same", isDrift: false },
  ]);
});
