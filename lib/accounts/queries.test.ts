import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { doorAccount, listAccounts } from "./queries";
import { saveAccount } from "./save-account";

test("only the scope's accounts are listed, by slug", async () => {
  const { accountId } = await town();
  const other = { ...TOWN_ACCOUNT, slug: "aoshan", name: "奥山发布", originalId: "gh_other", appId: "wxother", dangerWords: [] };
  const otherId = await saveAccount(other);
  expect((await listAccounts(scopeOf([accountId, otherId]))).map(({ slug }) => slug)).toEqual(["aoshan", "caofeidian"]);
  expect(await listAccounts(scopeOf([otherId]))).toEqual([
    { id: otherId, slug: "aoshan", name: "奥山发布", skewedAt: null, skewSeconds: null },
  ]);
  expect(await listAccounts(scopeOf([]))).toEqual([]);
});

test("the door remembers an account for a while, and an unknown slug not at all", async () => {
  expect(await doorAccount("binhai")).toBeNull();
  await town({ slug: "binhai" });
  const first = await doorAccount("binhai");
  expect(first?.greetingText).toContain("自动回复");
  await db.officialAccount.updateMany({ data: { greetingText: "请讲" } });
  expect(await doorAccount("binhai")).toBe(first);
});
