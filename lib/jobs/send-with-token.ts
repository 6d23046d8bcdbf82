import { sendingAccount } from "@/lib/accounts/queries";
import { env } from "@/lib/env";
import type { SendError } from "@/lib/replies/mark-failed";
import { LEASE_SECONDS } from "@/lib/replies/rules";
import { SECOND } from "@/lib/time/rules";
import type { SendOutcome } from "@/lib/wechat/customer-message";
import { accessTokenFor } from "./access-token";

const SEND_TIMEOUT = 8 * SECOND;
/** A send begins so early in its lease that it has ended when the lease does: an officer who is shown `unknown` may answer anew. */
export const BEGIN_WITHIN = LEASE_SECONDS * SECOND - SEND_TIMEOUT - 2 * SECOND;

type NoToken = { kind: "noToken"; error: SendError };
export type Sent = SendOutcome | NoToken;
type Calling = { baseUrl: string; accessToken: string; timeoutMs: number };
type Addressed = Calling & { openid: string; notAfter: number };

/** Sends one message in an account's name, once more with a fresh access token where WeChat refuses the one that was held. */
export async function sendWithToken<Message extends { accountId: string; openid: string; notAfter: number }>(
  message: Message,
  send: (message: Message & Addressed) => Promise<SendOutcome>,
): Promise<Sent> {
  return callWithToken(message.accountId, (to) => send({ ...message, ...to }));
}

/** Makes one call in an account's name, once more with a fresh access token where WeChat refuses the one that was held. */
export async function callWithToken<Outcome extends object>(
  accountId: string,
  call: (to: Calling) => Promise<Outcome>,
): Promise<Outcome | NoToken> {
  const account = await sendingAccount(accountId);
  const token = await accessTokenFor(account);
  if (token.kind === "none") return { kind: "noToken", error: token.error };
  const to = { baseUrl: env.WECHAT_API_BASE_URL, timeoutMs: SEND_TIMEOUT };
  const outcome = await call({ ...to, accessToken: token.accessToken });
  if (!("retry" in outcome) || outcome.retry !== "tokenRefresh") return outcome;
  const fresh = await accessTokenFor(account, token.accessToken);
  if (fresh.kind === "none") return { kind: "noToken", error: fresh.error };
  return call({ ...to, accessToken: fresh.accessToken });
}

/** Why a message was surely not taken, and when to try again. */
export function refusalOf(sent: Exclude<Sent, { kind: "taken" | "unknown" }>): { error: SendError; pace: "soon" | "later" | "never" } {
  if (sent.kind === "noToken") return { error: sent.error, pace: "soon" };
  const { errcode, reason, retry } = sent;
  return {
    error: { errcode, code: reason, detail: errcode === null ? null : String(errcode) },
    pace: retry === "tokenRefresh" ? "soon" : retry,
  };
}
