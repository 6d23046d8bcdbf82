import type { ApiCall, ApiResult } from "./api-calls";
import { OK, refusal } from "./errcodes";
import { clearQuotas, quotaOf } from "./quotas";
import type { Settings } from "./settings";
import { fetchStableToken, fetchToken } from "./tokens";

/** `GET /cgi-bin/token` (protocol 4.1). */
export function token({ platform, query, now }: ApiCall): ApiResult {
  const refused = refuseCredentials(platform.settings, Object.fromEntries(query));
  if (refused) return { answer: refusal(refused) };
  return { answer: fetchToken(platform.tokens, now) };
}

/** `POST /cgi-bin/stable_token` (protocol 4.1). */
export function stableToken({ platform, body, now }: ApiCall): ApiResult {
  const refused = refuseCredentials(platform.settings, body);
  if (refused) return { answer: refusal(refused) };
  const answer = fetchStableToken(platform.tokens, body.force_refresh === true, now);
  return { answer: typeof answer === "number" ? refusal(answer) : answer };
}

/** `GET /cgi-bin/get_api_domain_ip` and `getcallbackip`: everything here is this machine. */
export function addresses(): ApiResult {
  return { answer: { ip_list: ["127.0.0.1"] } };
}

/** `POST /cgi-bin/clear_quota`: ten times a month. */
export function clearQuota({ platform, body, now }: ApiCall): ApiResult {
  if (body.appid !== platform.settings.appId) return { answer: refusal(40013) };
  return { answer: clearQuotas(platform.quotas, now) ? OK : refusal(48006) };
}

/** `POST /cgi-bin/openapi/quota/get`. */
export function quota({ platform, body, now }: ApiCall): ApiResult {
  const quotaOfPath = quotaOf(platform.quotas, String(body.cgi_path), now);
  return {
    answer: quotaOfPath ? { ...OK, quota: quotaOfPath } : refusal(76003),
  };
}

function refuseCredentials(settings: Settings, given: Record<string, unknown>): number {
  if (given.grant_type !== "client_credential") return 40002;
  if (!given.appid) return 41002;
  if (!given.secret) return 41004;
  if (given.appid !== settings.appId) return 40013;
  return given.secret === settings.appSecret ? 0 : 40125;
}
