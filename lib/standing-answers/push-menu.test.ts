import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { moveAnswer } from "./move-answer";
import { pushMenu } from "./push-menu";
import { settleMenu } from "./settle-menu";
import { claimedMenu, menuSeen, plant, plantMenu } from "./testing";

test("puts the menu that was seen there, and no other; what WeChat took before is put back whatever has become of the answers", async () => {
  const { accountId, lin } = await town();
  await expect(pushMenu((await menuSeen(accountId, lin, at(0))).input, lin, at(0))).rejects.toMatchObject({ code: "customMenuFaulty" });
  const { weather } = await plantMenu(accountId, lin, at(0));
  const seen = await menuSeen(accountId, lin, at(1));
  expect(seen.changes).toHaveLength(4);

  const place = { standingAnswerId: weather, number: null, parentId: null, position: 1, menu: { column: 1, row: 1 } };
  await moveAnswer({ ...place, seen: 1, name: "今天天气" }, lin, at(1));
  await expect(pushMenu(seen.input, lin, at(2))).rejects.toMatchObject({ code: "customMenuChanged" });
  await expect(pushMenu(seen.input, { ...lin, scope: { ...lin.scope, accountIds: [] } }, at(2))).rejects.toMatchObject({
    code: "accountNotFound",
  });
  const first = await menuSeen(accountId, lin, at(2));
  await pushMenu(first.input, lin, at(2));
  const claim = await claimedMenu(at(2));
  expect(claim.todo).toEqual({ kind: "push", menu: first.made.menu });
  await settleMenu(claim, at(3));
  expect(await menuSeen(accountId, lin, at(4))).toMatchObject({ changes: [], pushed: { at: at(3), by: lin.name }, state: "unknown" });

  await moveAnswer({ ...place, seen: 2, name: "天气" }, lin, at(5));
  await plant(accountId, lin, { name: "办事", menu: { column: 3, row: 0 }, isDraft: true }, at(5));
  const later = await menuSeen(accountId, lin, at(6));
  expect(later.changes).toMatchObject([{ column: 1, row: 1, before: { name: "今天天气" }, after: { name: "天气" } }]);
  await expect(pushMenu(later.input, lin, at(6))).rejects.toMatchObject({ code: "customMenuFaulty", facts: { count: 1 } });
  await pushMenu({ accountId, print: first.input.print }, lin, at(6));
  expect((await told("customMenu.pushAsked")).map(({ facts }) => facts)).toEqual([
    { buttons: 4, isRepair: false },
    { buttons: 4, isRepair: true },
  ]);
});
