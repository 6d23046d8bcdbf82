import { expect, test } from "vitest";
import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { ask, program } from "@/lib/web/testing/program";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { GET } from "./route";

const other = { ...TOWN_ACCOUNT, slug: "tangshan", name: "唐山发布", originalId: "gh_other", appId: "wxother000000001", dangerWords: [] };

test("lists id, slug and name, by slug, page by page", async () => {
  const { accountId } = await town();
  const otherId = await saveAccount(other);
  const { calls } = await program();
  const first = await calls(GET, { path: "/accounts?limit=1" });
  expect(first.body).toEqual({ items: [{ id: accountId, slug: "caofeidian", name: "曹妃甸发布" }], nextCursor: "caofeidian" });
  const second = await calls(GET, { path: "/accounts?limit=1&cursor=caofeidian" });
  expect(second.body).toEqual({ items: [{ id: otherId, slug: "tangshan", name: "唐山发布" }], nextCursor: null });
});

test("a program that was given one account sees that one", async () => {
  const { accountId } = await town();
  await saveAccount(other);
  const { calls, officerId } = await program();
  await db.officer.update({ where: { id: officerId }, data: { allAccounts: false, accounts: { create: { accountId } } } });
  const { body } = await calls(GET);
  expect(body.items).toEqual([expect.objectContaining({ id: accountId })]);
});

test("a revoked token and a deactivated program are out at once", async () => {
  await town();
  const { calls, officerId } = await program();
  expect((await calls(GET)).status).toBe(200);
  await db.officer.update({ where: { id: officerId }, data: { deactivatedAt: new Date() } });
  expect((await calls(GET)).status).toBe(401);
  const revoked = await program();
  await db.apiToken.updateMany({ where: { officerId: revoked.officerId }, data: { revokedAt: new Date() } });
  expect((await revoked.calls(GET)).status).toBe(401);
});

test.each(["0", "201", "x", "1.5"])("limit=%s is not allowed", async (limit) => {
  const { calls } = await program();
  const { status, body } = await calls(GET, { path: `/accounts?limit=${limit}` });
  expect(status).toBe(422);
  expect(body).toMatchObject({ type: "urn:jida:problem:invalid", errors: [{ field: "limit" }] });
});

test("the scheme's name may be written in any case", async () => {
  const { token } = await program();
  expect((await ask(GET, { headers: { authorization: `bearer ${token}` } })).status).toBe(200);
});
