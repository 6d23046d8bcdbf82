import { expect, test, vi } from "vitest";
import { watchAccounts } from "@/lib/alarms/watch-accounts";
import { db } from "@/lib/db";
import { checkMenu } from "@/lib/standing-answers/check-menu";
import { claimMenu } from "@/lib/standing-answers/claim-menu";
import { pushMenu } from "@/lib/standing-answers/push-menu";
import { menuSeen, plantMenu } from "@/lib/standing-answers/testing";
import { withdrawMenu } from "@/lib/standing-answers/withdraw-menu";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { keepMenus } from "./keep-menus";
import { platform } from "./testing";

// The environment is read once, at the first import.
await vi.hoisted(async () => {
  const { closedAddress } = await import("@/lib/wechat/testing/raw-server");
  process.env.WECHAT_API_BASE_URL = `http://${await closedAddress()}`;
});

/** A desk whose answers have places in the menu, and the platform whose menu that is to be. */
async function menuDesk() {
  const wechat = await platform();
  const desk = await town();
  await plantMenu(desk.accountId, desk.lin);
  const seen = (at = now()) => menuSeen(desk.accountId, desk.lin, at);
  return { ...wechat, ...desk, seen, push: async () => pushMenu((await seen()).input, desk.lin) };
}

test("pushed, tapped and answered; changed elsewhere, it is an alarm until somebody puts ours back; withdrawn, it is gone", async () => {
  const { control, push, seen, hears, accountId, lin } = await menuDesk();
  await push();
  expect(await keepMenus()).toBe(2);
  expect(await seen()).toMatchObject({ state: "same", changes: [], isUnderway: false });
  const { button } = await control("GET", "menu");
  expect(button).toMatchObject([{ name: "看一看", sub_button: [{ name: "天气" }] }, { name: "热线" }, { key: "jida:menu" }]);
  const tapped = { kind: "event", event: "CLICK", eventKey: button[0].sub_button[0].key, msgId: null, dedupeKey: "e:tap" } as const;
  const { messageId } = await hears("oTapper000000000000000001", "", now(), tapped);
  expect(await db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
    passiveReply: expect.stringContaining("晴，5到12度"),
  });

  await control("POST", "menu", { button: [{ type: "view", name: "别家", url: "https://example.org/" }] });
  expect(await keepMenus()).toBe(0);
  const later = after(now(), HOUR + MINUTE);
  await keepMenus(() => later);
  expect(await seen(later)).toMatchObject({ state: "differs", driftedSince: later, found: { drift: { length: 4 } } });
  await watchAccounts(later);
  const open = () => db.alarm.findMany({ where: { endedAt: null } });
  expect(await open()).toMatchObject([{ kind: "menuDrift", accountId, since: later }]);
  await pushMenu({ accountId, print: (await seen()).pushed?.print ?? "" }, lin, later);
  await keepMenus(() => later);
  await watchAccounts(later);
  expect([(await seen(later)).state, await open(), (await control("GET", "menu")).button.length]).toEqual(["same", [], 3]);

  await withdrawMenu({ accountId }, lin, later);
  await keepMenus(() => later);
  expect([await control("GET", "menu"), await seen(later)]).toMatchObject([
    { button: null },
    { pushed: null, state: "same", nextAt: null },
  ]);
});

test("what WeChat says instead is kept with its errcode; what may pass is tried again", async () => {
  const { fails, mends, push, seen, accountId, lin } = await menuDesk();
  const failed = async (kind: string, rule: object) => {
    await fails(kind, { api: "menu/create", ...rule });
    await push();
    await keepMenus();
    await mends();
    const { failure, task } = await seen();
    return [failure?.code, failure?.errcode, task];
  };
  expect(await failed("errcode", { errcode: 40018 })).toEqual(["buttonName", 40018, null]);
  expect(await failed("errcode", { errcode: 45009 })).toEqual(["quotaSpent", 45009, "push"]);
  expect(await failed("reset-after", {})).toEqual(["unreachable", null, "push"]);
  await checkMenu({ accountId }, lin);
  await keepMenus();
  expect(await seen()).toMatchObject({ state: "same", failure: null });
  // A token that was refused is made up for at once.
  expect(await failed("errcode", { errcode: 40001 })).toEqual([undefined, undefined, null]);
});

test("a worker that is killed at it leaves the menu to the next", async () => {
  const { push, seen } = await menuDesk();
  await push();
  await claimMenu();
  expect(await keepMenus()).toBe(0);
  const later = after(now(), MINUTE);
  expect(await keepMenus(() => later)).toBe(2);
  expect((await seen(later)).state).toBe("same");
});
