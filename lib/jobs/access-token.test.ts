import { expect, test, vi } from "vitest";
import { sendingAccount, storedToken } from "@/lib/accounts/queries";
import { storeAccessToken } from "@/lib/accounts/store-access-token";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { accessTokenFor } from "./access-token";
import { platform } from "./testing";

await vi.hoisted(async () => {
  const { closedAddress } = await import("@/lib/wechat/testing/raw-server");
  process.env.WECHAT_API_BASE_URL = `http://${await closedAddress()}`;
});

/** The platform, the account, and a token of it already fetched unless told otherwise. */
async function sending({ fetched = true } = {}) {
  const wechat = await platform();
  const { accountId } = await town();
  const account = await sendingAccount(accountId);
  const first = fetched ? await tokenOf(accessTokenFor(account)) : "";
  const endsIn = (milliseconds: number) => db.accessToken.update({ where: { accountId }, data: { expiresAt: after(now(), milliseconds) } });
  return { ...wechat, account, first, endsIn };
}

async function tokenOf(answer: ReturnType<typeof accessTokenFor>): Promise<string> {
  const given = await answer;
  if (given.kind !== "token") throw new Error(given.error.code);
  return given.accessToken;
}

const atOnce = (count: number, ask: () => ReturnType<typeof accessTokenFor>) =>
  Promise.all(Array.from({ length: count }, () => tokenOf(ask())));

test("the first is fetched once by ten at the same time, and kept", async () => {
  const { account, tokenFetches } = await sending({ fetched: false });
  const tokens = await atOnce(10, () => accessTokenFor(account));
  expect(new Set(tokens).size).toBe(1);
  expect((await storedToken(account.id))?.accessToken).toBe(tokens[0]);
  await tokenOf(accessTokenFor(account));
  expect(await tokenFetches()).toHaveLength(1);
});

test("five minutes before its end the next is fetched, while the others go on with the old one", async () => {
  const { account, first, endsIn, tokenFetches, control } = await sending();
  await control("POST", "clock", { offsetMs: 7_000_000 });
  await endsIn(4 * MINUTE);
  const tokens = new Set(await atOnce(10, () => accessTokenFor(account)));
  expect(tokens.has(first)).toBe(true);
  expect(tokens.size).toBe(2);
  expect(await tokenFetches()).toHaveLength(2);
  expect(await tokenOf(accessTokenFor(account))).not.toBe(first);
});

test("one that has ended is never handed out", async () => {
  const { account, first, endsIn, control, tokenFetches } = await sending();
  await control("POST", "clock", { offsetMs: 7_300_000 });
  await endsIn(-1);
  const tokens = await atOnce(10, () => accessTokenFor(account));
  expect(tokens).not.toContain(first);
  expect(await tokenFetches()).toHaveLength(2);
});

test("one that WeChat refused while it still gives it is forced, once in half a minute", async () => {
  const { account, first, tokenFetches } = await sending();
  const tokens = await atOnce(10, () => accessTokenFor(account, first));
  expect(new Set(tokens).size).toBe(1);
  expect(tokens).not.toContain(first);
  await accessTokenFor(account, tokens[0] ?? "");
  expect((await tokenFetches()).map(({ body }) => JSON.parse(body).force_refresh)).toEqual([false, false, true, false]);
});

test("WeChat gives none: why is said, and the next may try at once", async () => {
  const { account, fails, tokenFetches } = await sending({ fetched: false });
  await fails("errcode", { api: "stable_token", errcode: 40_125 });
  const refused = { errcode: 40_125, code: "tokenRefused", detail: "40125" };
  expect(await accessTokenFor(account)).toEqual({ kind: "none", error: refused });
  await fails("http-502", { api: "stable_token" });
  expect(await accessTokenFor(account)).toMatchObject({ kind: "none", error: { errcode: null, code: "tokenUnreachable" } });
  expect(await accessTokenFor(account)).toMatchObject({ kind: "token" });
  expect(await tokenFetches()).toHaveLength(3);
});

test("WeChat gives none while the old one still works: the old one", async () => {
  const { account, first, endsIn, fails } = await sending();
  await endsIn(4 * MINUTE);
  await fails("errcode", { api: "stable_token", errcode: -1 });
  expect(await tokenOf(accessTokenFor(account))).toBe(first);
});

test("whoever holds the lease and has died keeps the others waiting only so long", async () => {
  const { account } = await sending({ fetched: false });
  await db.accessToken.create({ data: { accountId: account.id, leasedUntil: after(now(), MINUTE) } });
  const waiting = accessTokenFor(account);
  await storeAccessToken(account.id, { accessToken: "of somebody else", expiresInSeconds: 7_200, forced: false });
  expect(await tokenOf(waiting)).toBe("of somebody else");
  await db.accessToken.update({ where: { accountId: account.id }, data: { sealed: null, leasedUntil: after(now(), MINUTE) } });
  expect(await accessTokenFor(account)).toMatchObject({ kind: "none", error: { code: "tokenBusy" } });
});
