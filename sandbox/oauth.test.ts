import { expect, test } from "vitest";
import { ACCOUNT, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

const BACK = "http://127.0.0.1:9/back?from=page";

async function play() {
  const platform = await playPlatform((await serveWebhook(() => "success")).url);
  const page = (change: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const query = { appid: ACCOUNT.appId, redirect_uri: BACK, response_type: "code", scope: "snsapi_userinfo", state: "s1", ...change };
    return fetch(`${platform.url}/connect/oauth2/authorize?${new URLSearchParams(query)}`, { redirect: "manual", headers });
  };
  const code = async (scope = "snsapi_userinfo") => {
    const location = new URL((await page({ scope, as: MEIHUA })).headers.get("location") ?? "");
    expect(location.href).toMatch(/^http:\/\/127\.0\.0\.1:9\/back\?from=page&code=.+&state=s1$/);
    return location.searchParams.get("code") ?? "";
  };
  const sns = async (path: string, query: Record<string, string>) => {
    const response = await fetch(`${platform.url}/sns/${path}?${new URLSearchParams(query)}`);
    return response.json();
  };
  const credentials = { appid: ACCOUNT.appId, secret: ACCOUNT.appSecret, grant_type: "authorization_code" };
  const exchange = (given: string) => sns("oauth2/access_token", { ...credentials, code: given });
  return { ...platform, page, code, sns, exchange };
}

test("the page lets choose who opens it, and leads nowhere but to this machine", async () => {
  const { page, control } = await play();
  await control("PUT", `residents/${MEIHUA}`, { name: "<b>林美华</b>" });
  const shown = await (await page()).text();
  expect(shown).toContain(`as=${MEIHUA}">&lt;b&gt;林美华&lt;/b&gt;</a>`);
  expect((await page({ as: MEIHUA }, { "sec-fetch-site": "cross-site" })).status).toBe(200);
  const refused = async (change: Record<string, string>) => /<h1>(\d+)/.exec(await (await page(change)).text())?.[1];
  expect(await refused({ redirect_uri: "https://example.org/" })).toBe("10003");
  expect(await refused({ scope: "snsapi_login" })).toBe("10005");
  expect(await refused({ appid: "wxother" })).toBe("10013");
  await control("POST", "settings", { kind: "subscription" });
  expect(await refused({})).toBe("10005");
});

test("a code opens once, within five minutes; what it opens is what the resident agreed to", async () => {
  const { code, exchange, sns, control } = await play();
  const once = await code();
  const given = await exchange(once);
  expect(given).toMatchObject({ openid: MEIHUA, scope: "snsapi_userinfo", expires_in: 7200 });
  expect(await exchange(once)).toMatchObject({ errcode: 40163 });
  expect(await exchange("made up")).toMatchObject({ errcode: 40029 });
  const base = await exchange(await code("snsapi_base"));
  const who = ({ access_token, openid }: { access_token: string; openid: string }) => ({ access_token, openid });
  expect(await sns("userinfo", who(given))).toMatchObject({ openid: MEIHUA, nickname: "林美华" });
  expect(await sns("userinfo", who(base))).toMatchObject({ errcode: 48001 });
  expect(await sns("auth", { ...who(given), openid: "oNobody" })).toMatchObject({ errcode: 40003 });

  const late = await code();
  await control("POST", "clock", { offsetMs: 300_000 });
  expect(await exchange(late)).toMatchObject({ errcode: 40029 });
  await control("POST", "clock", { offsetMs: 7200_000 });
  expect(await sns("auth", who(given))).toMatchObject({ errcode: 42001 });
  const refresh = { appid: ACCOUNT.appId, grant_type: "refresh_token", refresh_token: given.refresh_token };
  const renewed = await sns("oauth2/refresh_token", refresh);
  expect(await sns("auth", who(renewed))).toMatchObject({ errcode: 0 });
  expect(await sns("oauth2/refresh_token", { ...refresh, refresh_token: "x" })).toMatchObject({ errcode: 40030 });
});
