import { env } from "@/lib/env";
import type { SendError } from "@/lib/replies/mark-failed";
import { LEASE_SECONDS } from "@/lib/replies/rules";
import { SECOND } from "@/lib/time/rules";
import type { SendOutcome } from "@/lib/wechat/customer-message";
import { type NoToken, withToken } from "./with-token";

const SEND_TIMEOUT = 8 * SECOND;
/** A send begins so early in its lease that it has ended when the lease does: an officer who is shown `unknown` may answer anew. */
export const BEGIN_WITHIN = LEASE_SECONDS * SECOND - SEND_TIMEOUT - 2 * SECOND;

export type Sent = SendOutcome | NoToken;
type Addressed = { baseUrl: string; accessToken: string; openid: string; timeoutMs: number; notAfter: number };

/** Sends one message in an account's name, as `withToken` makes a call. */
export function sendWithToken<Message extends { accountId: string; openid: string; notAfter: number }>(
  message: Message,
  send: (message: Message & Addressed) => Promise<SendOutcome>,
): Promise<Sent> {
  const addressed = { ...message, baseUrl: env.WECHAT_API_BASE_URL, timeoutMs: SEND_TIMEOUT };
  return withToken(message.accountId, (accessToken) => send({ ...addressed, accessToken }));
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
