import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { addAccount } from "./add-account";
import { readDoorAccount } from "./queries";

const other = { ...TOWN_ACCOUNT, slug: "other", originalId: "gh_other", appId: "wxother", safeModeOnly: true };

test("its door opens, its secrets are sealed, and the admin works at it", async () => {
  const { admin, he } = await town();
  const accountId = await addAccount(other, ["煤气"], admin);
  expect(await readDoorAccount("other")).toMatchObject({ id: accountId, token: other.token, safeModeOnly: true, dangerWords: ["煤气"] });
  const row = JSON.stringify(await db.officialAccount.findUniqueOrThrow({ where: { id: accountId } }));
  for (const secret of [other.appSecret, other.token, other.encodingAesKey]) expect(row).not.toContain(secret);
  expect(await db.officerAccount.count({ where: { accountId } })).toBe(1);
  expect(await db.event.count({ where: { type: "account.added", accountId, officerId: admin.id } })).toBe(1);
  for (const same of [{ slug: "caofeidian" }, { appId: TOWN_ACCOUNT.appId }, { originalId: TOWN_ACCOUNT.originalId }])
    await expect(
      addAccount({ ...other, slug: "third", originalId: "gh_third", appId: "wxthird", ...same }, [], admin),
    ).rejects.toMatchObject({
      code: "accountTaken",
    });
  await expect(addAccount({ ...other, slug: "third" }, [], he)).rejects.toMatchObject({ code: "notAllowed" });
});
