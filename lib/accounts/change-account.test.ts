import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { changeAccount } from "./change-account";
import { readDoorAccount, sendingAccount } from "./queries";

const { name, originalId, appId } = TOWN_ACCOUNT;
const seen = { name, originalId, appId, safeModeOnly: false };
const kept = { ...seen, appSecret: null, token: null, encodingAesKey: null, seen };

test("what is left empty stays; another secret lets the old access token go", async () => {
  const { admin, accountId } = await town();
  await db.accessToken.create({ data: { accountId, sealed: "old", expiresAt: now(), fetchedAt: now() } });
  await changeAccount({ ...kept, accountId, name: "新名字" }, admin);
  expect(await readDoorAccount("caofeidian")).toMatchObject({ token: TOWN_ACCOUNT.token, encodingAesKey: TOWN_ACCOUNT.encodingAesKey });
  expect(await db.accessToken.count()).toBe(1);
  await expect(changeAccount({ ...kept, accountId }, admin)).rejects.toMatchObject({ code: "accountChanged" });
  await changeAccount({ ...kept, accountId, appSecret: "newSecret", seen: { ...seen, name: "新名字" } }, admin);
  expect(await sendingAccount(accountId)).toMatchObject({ appSecret: "newSecret" });
  expect(await db.accessToken.count()).toBe(0);
  expect(await db.event.count({ where: { type: "account.changed", accountId, officerId: admin.id } })).toBe(2);
});

test("a foreign account, another's app id and whoever is no admin are refused", async () => {
  const { admin, he, accountId } = await town();
  await db.officialAccount.create({
    data: {
      slug: "other",
      name: "别处",
      originalId: "gh_o",
      appId: "wxo",
      sealedAppSecret: "",
      sealedToken: "",
      greetingText: "",
      emergencyText: "",
    },
  });
  await expect(changeAccount({ ...kept, accountId, appId: "wxo" }, admin)).rejects.toMatchObject({ code: "accountTaken" });
  await expect(changeAccount({ ...kept, accountId }, he)).rejects.toMatchObject({ code: "notAllowed" });
  await expect(changeAccount({ ...kept, accountId }, { ...admin, scope: scopeOf([]) })).rejects.toMatchObject({ code: "accountNotFound" });
});
