import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { TOWN_ACCOUNT } from "@/prisma/town";
import { readDoorAccount, sendingAccount } from "./queries";
import { saveAccount } from "./save-account";

const settings = { ...TOWN_ACCOUNT, dangerWords: ["煤气"] };

test("keeps every secret sealed, and opens them for the door and the worker", async () => {
  const id = await saveAccount(settings);
  const row = JSON.stringify(await db.officialAccount.findUniqueOrThrow({ where: { id } }));
  for (const secret of [settings.appSecret, settings.token, settings.encodingAesKey]) expect(row).not.toContain(secret);
  const { slug, originalId, appId, token, encodingAesKey } = settings;
  expect(await readDoorAccount(slug)).toMatchObject({ id, slug, originalId, appId, token, encodingAesKey, dangerWords: ["煤气"] });
  expect(await sendingAccount(id)).toEqual({ id, appId, appSecret: settings.appSecret });
  expect(await db.event.findMany({ where: { type: "account.saved" } })).toMatchObject([{ accountId: id, facts: null }]);
});

test("saving again brings the keys up to date and leaves texts and danger words that officers changed", async () => {
  const id = await saveAccount(settings);
  await db.officialAccount.update({ where: { id }, data: { greetingText: "请讲", emergencyText: "请拨打110", dangerWords: ["塌方"] } });
  expect(await saveAccount({ ...settings, token: "newToken", encodingAesKey: null })).toBe(id);
  expect(await readDoorAccount(settings.slug)).toMatchObject({
    token: "newToken",
    encodingAesKey: null,
    greetingText: "请讲",
    emergencyText: "请拨打110",
    dangerWords: ["塌方"],
  });
});

test("two accounts cannot be the same 公众号", async () => {
  await saveAccount(settings);
  await expect(saveAccount({ ...settings, slug: "other", appId: "wxother" })).rejects.toThrow();
  expect(await db.officialAccount.count()).toBe(1);
});
