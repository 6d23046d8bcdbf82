import { randomBytes } from "node:crypto";
import { type ApiCall, type ApiResult, type Endpoints, get } from "./api-calls";
import { OK, refusal } from "./errcodes";
import type { Platform } from "./platform";
import type { Resident } from "./residents";

/** What one resident allowed one page (protocol 9.4); times are platform ms. Its code opens once, within five minutes. */
export type Authorization = {
  openid: string;
  scope: string;
  codeEndsAt: number;
  isUsed: boolean;
  accessToken: string;
  accessEndsAt: number;
  refreshToken: string;
  refreshEndsAt: number;
};

const CODE_MS = 5 * 60_000;
const ACCESS_MS = 7200_000;
const REFRESH_MS = 30 * 24 * 3600_000;
export const SCOPES = ["snsapi_base", "snsapi_userinfo"];

export const OAUTH_CALLS: Endpoints = {
  "/sns/oauth2/access_token": get(exchangeCode, { needsToken: false, right: "verifiedService" }),
  "/sns/oauth2/refresh_token": get(refresh, { needsToken: false, right: "verifiedService" }),
  "/sns/userinfo": get(userInfo, { needsToken: false, right: "verifiedService" }),
  "/sns/auth": get(checkAccess, { needsToken: false, right: "verifiedService" }),
};

/** A code for the page that asked; the page exchanges it. */
export function authorize({ assets }: Platform, { openid }: Resident, scope: string, now: number): string {
  const code = secret();
  assets.authorizations[code] = {
    ...{ openid, scope, codeEndsAt: now + CODE_MS, isUsed: false },
    ...{ accessToken: secret(), accessEndsAt: 0, refreshToken: secret(), refreshEndsAt: 0 },
  };
  return code;
}

function exchangeCode({ platform, query, now }: ApiCall): ApiResult {
  const { appId, appSecret } = platform.settings;
  if (query.get("appid") !== appId) return { answer: refusal(40013) };
  if (query.get("secret") !== appSecret) return { answer: refusal(40125) };
  if (query.get("grant_type") !== "authorization_code") return { answer: refusal(40002) };
  const given = platform.assets.authorizations[query.get("code") ?? ""];
  if (given?.isUsed) return { answer: refusal(40163) };
  if (!given || now >= given.codeEndsAt) return { answer: refusal(40029) };
  Object.assign(given, { isUsed: true, accessEndsAt: now + ACCESS_MS, refreshEndsAt: now + REFRESH_MS });
  return { answer: told(given) };
}

function refresh({ platform, query, now }: ApiCall): ApiResult {
  if (query.get("appid") !== platform.settings.appId) return { answer: refusal(40013) };
  const given = Object.values(platform.assets.authorizations).find((one) => one.isUsed && one.refreshToken === query.get("refresh_token"));
  if (!given) return { answer: refusal(40030) };
  if (now >= given.refreshEndsAt) return { answer: refusal(42002) };
  Object.assign(given, { accessToken: secret(), accessEndsAt: now + ACCESS_MS });
  return { answer: told(given) };
}

/** `sns/userinfo`: what the resident has agreed to show, and that is the name. */
function userInfo({ platform, query, now }: ApiCall): ApiResult {
  const given = accessOf(platform, query, now);
  if (typeof given === "number") return { answer: refusal(given) };
  if (given.scope !== "snsapi_userinfo") return { answer: refusal(48001) };
  const { openid } = given;
  const nickname = platform.residents.get(openid)?.name ?? "";
  return { answer: { openid, nickname, sex: 0, province: "", city: "", country: "", headimgurl: "", privilege: [] } };
}

function checkAccess({ platform, query, now }: ApiCall): ApiResult {
  const given = accessOf(platform, query, now);
  return { answer: typeof given === "number" ? refusal(given) : OK };
}

function accessOf(platform: Platform, query: URLSearchParams, now: number): Authorization | number {
  const given = Object.values(platform.assets.authorizations).find((one) => one.isUsed && one.accessToken === query.get("access_token"));
  if (!given) return 40001;
  if (now >= given.accessEndsAt) return 42001;
  return given.openid === query.get("openid") ? given : 40003;
}

function told({ accessToken: access_token, refreshToken: refresh_token, openid, scope }: Authorization): Record<string, unknown> {
  return { access_token, expires_in: ACCESS_MS / 1000, refresh_token, openid, scope };
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}
