import { setTimeout as pause } from "node:timers/promises";
import { leaseAccessToken } from "@/lib/accounts/lease-access-token";
import { type SendingAccount, type StoredToken, storedToken } from "@/lib/accounts/queries";
import { TOKEN_FORCE_PAUSE_SECONDS, TOKEN_MARGIN } from "@/lib/accounts/rules";
import { storeAccessToken } from "@/lib/accounts/store-access-token";
import { env } from "@/lib/env";
import type { SendError } from "@/lib/replies/mark-failed";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { fetchStableToken, type TokenOutcome } from "@/lib/wechat/access-token";

const WAIT_FOR_OTHERS = 5 * SECOND;
const FETCH_TIMEOUT = 4 * SECOND;

export type TokenAnswer = { kind: "token"; accessToken: string } | { kind: "none"; error: SendError };

/**
 * The access token that all processes share. Whoever finds it missing or near its end and gets the lease fetches the next one; the others wait for it.
 * @param failed a token that WeChat has just refused: it is not handed out again
 */
export async function accessTokenFor(account: SendingAccount, failed: string | null = null): Promise<TokenAnswer> {
  const until = Date.now() + WAIT_FOR_OTHERS;
  for (;;) {
    const stored = await storedToken(account.id);
    const usable = stored !== null && stored.accessToken !== failed && stored.expiresAt > now();
    if (usable && stored.expiresAt.getTime() - TOKEN_MARGIN > now().getTime()) return { kind: "token", accessToken: stored.accessToken };
    if (await leaseAccessToken(account.id, stored?.fetchedAt ?? null)) {
      const fetched = await fetchNext(account, stored, failed);
      if (fetched.kind === "token" || !usable) return fetched;
    }
    if (usable) return { kind: "token", accessToken: stored.accessToken };
    if (Date.now() > until) return { kind: "none", error: { errcode: null, code: "tokenBusy", detail: null } };
    await pause(100);
  }
}

async function fetchNext(account: SendingAccount, stored: StoredToken | null, failed: string | null): Promise<TokenAnswer> {
  let outcome: TokenOutcome | null = null;
  let forced = false;
  try {
    outcome = await fetchToken(account, false);
    // WeChat gives the same token while it thinks it valid; only then is it made to give another.
    if (outcome.kind === "token" && outcome.accessToken === failed && mayForce(stored)) {
      forced = true;
      outcome = await fetchToken(account, true);
    }
  } finally {
    await storeAccessToken(account.id, outcome?.kind === "token" ? { ...outcome, forced } : null);
  }
  if (outcome.kind === "token" && outcome.accessToken === failed)
    return { kind: "none", error: { errcode: null, code: "tokenRefused", detail: null } };
  if (outcome.kind === "token") return { kind: "token", accessToken: outcome.accessToken };
  if (outcome.kind === "refused")
    return { kind: "none", error: { errcode: outcome.errcode, code: "tokenRefused", detail: String(outcome.errcode) } };
  return { kind: "none", error: { errcode: null, code: "tokenUnreachable", detail: outcome.reason } };
}

function fetchToken(account: SendingAccount, forceRefresh: boolean): Promise<TokenOutcome> {
  return fetchStableToken({
    baseUrl: env.WECHAT_API_BASE_URL,
    appId: account.appId,
    appSecret: account.appSecret,
    forceRefresh,
    timeoutMs: FETCH_TIMEOUT,
  });
}

function mayForce(stored: StoredToken | null): boolean {
  return !stored?.forcedAt || now().getTime() - stored.forcedAt.getTime() > TOKEN_FORCE_PAUSE_SECONDS * SECOND;
}
