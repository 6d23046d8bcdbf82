import { type ApiCall, type ApiResult, type Endpoints, get, post } from "./api-calls";
import { OK, refusal } from "./errcodes";
import type { ApiEntry, JournalEntry } from "./journal";
import { clearQuotas, quotaOf } from "./quotas";
import type { Settings } from "./settings";
import { fetchStableToken, fetchToken } from "./tokens";

const ACTIONS = ["dns", "ping", "all"];
const OPERATORS = ["CHINANET", "UNICOM", "CAP", "DEFAULT"];
const HERE = "127.0.0.1";

export const ACCOUNT_CALLS: Endpoints = {
  "/cgi-bin/token": get(token, { needsToken: false, daily: 2000, testDaily: 200 }),
  "/cgi-bin/stable_token": post(stableToken, { needsToken: false, daily: 500_000 }),
  "/cgi-bin/get_api_domain_ip": get(addresses, { daily: 100_000 }),
  "/cgi-bin/getcallbackip": get(addresses, { daily: 100_000 }),
  "/cgi-bin/callback/check": post(checkCallback, { daily: 1440 }),
  "/cgi-bin/clear_quota": post(clearQuota),
  "/cgi-bin/clear_quota/v2": post(clearQuotaBySecret, { needsToken: false }),
  "/cgi-bin/openapi/quota/clear": post(clearOneQuota),
  "/cgi-bin/openapi/quota/get": post(quota),
  "/cgi-bin/openapi/rid/get": post(requestOf),
};

/** `GET /cgi-bin/token` (protocol 4.1). */
function token({ platform, query, now }: ApiCall): ApiResult {
  return refuseCredentials(platform.settings, Object.fromEntries(query)) ?? { answer: fetchToken(platform.tokens, now) };
}

/** `POST /cgi-bin/stable_token` (protocol 4.1). */
function stableToken({ platform, body, now }: ApiCall): ApiResult {
  const refused = refuseCredentials(platform.settings, body);
  if (refused) return refused;
  const answer = fetchStableToken(platform.tokens, body.force_refresh === true, now);
  return { answer: typeof answer === "number" ? refusal(answer) : answer };
}

/** `GET /cgi-bin/get_api_domain_ip` and `getcallbackip`: everything here is this machine. */
function addresses(): ApiResult {
  return { answer: { ip_list: [HERE] } };
}

/** `POST /cgi-bin/callback/check`: the webhook is on this machine, so nothing is asked of any network. */
function checkCallback({ body }: ApiCall): ApiResult {
  const { action, check_operator: operator } = body;
  if (!ACTIONS.includes(String(action))) return { answer: refusal(40202) };
  if (!OPERATORS.includes(String(operator))) return { answer: refusal(40203) };
  const dns = [{ ip: HERE, real_operator: operator }];
  const ping = [{ ip: HERE, from_operator: operator, package_loss: "0%", time: "0.045ms" }];
  return { answer: { ...(action === "ping" ? {} : { dns }), ...(action === "dns" ? {} : { ping }) } };
}

/** `POST /cgi-bin/clear_quota`: ten times a month, in whichever of the three ways. */
function clearQuota({ platform, body, now }: ApiCall): ApiResult {
  if (body.appid !== platform.settings.appId) return { answer: refusal(40013) };
  return { answer: clearQuotas(platform.quotas, now) ? OK : refusal(48006) };
}

/** `POST /cgi-bin/clear_quota/v2`: for who has no token left. */
function clearQuotaBySecret(call: ApiCall): ApiResult {
  const { appid, appsecret: secret } = call.body;
  return refuseCredentials(call.platform.settings, { grant_type: "client_credential", appid, secret }) ?? clearQuota(call);
}

/** `POST /cgi-bin/openapi/quota/clear`. */
function clearOneQuota({ platform, body, now, limitOf }: ApiCall): ApiResult {
  const path = String(body.cgi_path);
  if (limitOf(path) === undefined) return { answer: refusal(76003) };
  return { answer: clearQuotas(platform.quotas, now, path) ? OK : refusal(48006) };
}

/** `POST /cgi-bin/openapi/quota/get`. */
function quota({ platform, body, now, limitOf }: ApiCall): ApiResult {
  const path = String(body.cgi_path);
  const limit = limitOf(path);
  return { answer: limit === undefined ? refusal(76003) : { ...OK, quota: quotaOf(platform.quotas, path, limit, now) } };
}

/** `POST /cgi-bin/openapi/rid/get`: the call that was refused with that request id. */
function requestOf({ platform, body }: ApiCall): ApiResult {
  const { rid } = body;
  if (typeof rid !== "string" || rid === "") return { answer: refusal(76001) };
  const isMeant = (entry: JournalEntry): entry is JournalEntry & ApiEntry =>
    entry.type === "api" && JSON.stringify(entry.answer).includes(` rid: ${rid}"`);
  const failed = platform.journal.entries.find(isMeant);
  if (!failed) return { answer: refusal(76001) };
  const { at, path, body: request_body, answer } = failed;
  const invoke_time = Math.floor(Date.parse(at) / 1000);
  const request = { invoke_time, cost_in_ms: 1, request_url: path, request_body, response_body: JSON.stringify(answer), client_ip: HERE };
  return { answer: { ...OK, request } };
}

function refuseCredentials(settings: Settings, given: Record<string, unknown>): ApiResult | null {
  const { ipWhitelist: allowed } = settings;
  if (given.grant_type !== "client_credential") return { answer: refusal(40002) };
  if (!given.appid) return { answer: refusal(41002) };
  if (!given.secret) return { answer: refusal(41004) };
  if (given.appid !== settings.appId) return { answer: refusal(40013) };
  if (given.secret !== settings.appSecret) return { answer: refusal(40125) };
  if (settings.secretFrozen) return { answer: refusal(40243) };
  if (!settings.adminConfirmed) return { answer: refusal(89503) };
  if (allowed && !allowed.includes(HERE)) return { answer: refusal(40164, `invalid ip ${HERE} ipv6 ::ffff:${HERE}, not in whitelist`) };
  return null;
}
