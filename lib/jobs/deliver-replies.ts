import { sendingAccount } from "@/lib/accounts/queries";
import { env } from "@/lib/env";
import { type ClaimedReply, claimReply } from "@/lib/replies/claim-reply";
import { holdReply } from "@/lib/replies/hold-reply";
import { markFailed, type SendError } from "@/lib/replies/mark-failed";
import { markPartSent } from "@/lib/replies/mark-part-sent";
import { markSent } from "@/lib/replies/mark-sent";
import { markUnknown } from "@/lib/replies/mark-unknown";
import { GIVE_UP_MINUTES, LEASE_SECONDS, retryDelaySeconds } from "@/lib/replies/rules";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { type SendOutcome, sendText } from "@/lib/wechat/customer-message";
import { accessTokenFor } from "./access-token";
import { untilReported } from "./until-reported";

const SEND_TIMEOUT = 8 * SECOND;
/** A send begins so early in its lease that it has ended when the lease does: an officer who is shown `unknown` may answer anew. */
const BEGIN_WITHIN = LEASE_SECONDS * SECOND - SEND_TIMEOUT - 2 * SECOND;

type Sent = SendOutcome | { kind: "noToken"; error: SendError };

/**
 * Claims the next due reply and starts to send it. Resolves once it is claimed; `done` when it has been reported.
 * @returns null when nothing is due
 */
export async function deliverNext(): Promise<{ done: Promise<void> } | null> {
  const beginning = performance.now();
  const claimed = await claimReply();
  if (!claimed) return null;
  return { done: claimed.kind === "claimed" ? deliver(claimed, beginning) : Promise.resolve() };
}

async function deliver(reply: ClaimedReply, claimedAt: number): Promise<void> {
  const claim = { id: reply.id, claimId: reply.claimId };
  let leasedAt = claimedAt;
  for (const [index, text] of reply.parts.entries()) {
    const sent = await send(reply, text, leasedAt + BEGIN_WITHIN);
    if (sent.kind !== "taken") return report(reply, sent);
    leasedAt = performance.now();
    const last = index === reply.parts.length - 1;
    const part = reply.partsSent + index + 1;
    const goesOn = await untilReported(() => (last ? markSent(claim) : markPartSent(claim, part)));
    // A claim that ran out between two parts: the officer sees how far it got; nothing more goes out under it.
    if (!goesOn) return;
  }
}

async function send(reply: ClaimedReply, text: string, notAfter: number): Promise<Sent> {
  const account = await sendingAccount(reply.accountId);
  const token = await accessTokenFor(account);
  if (token.kind === "none") return { kind: "noToken", error: token.error };
  const message = { baseUrl: env.WECHAT_API_BASE_URL, openid: reply.openid, text, timeoutMs: SEND_TIMEOUT, notAfter };
  const outcome = await sendText({ ...message, accessToken: token.accessToken });
  if (outcome.kind !== "notTaken" || outcome.retry !== "tokenRefresh") return outcome;
  const fresh = await accessTokenFor(account, token.accessToken);
  if (fresh.kind === "none") return { kind: "noToken", error: fresh.error };
  return sendText({ ...message, accessToken: fresh.accessToken });
}

async function report(reply: ClaimedReply, sent: Exclude<Sent, { kind: "taken" }>): Promise<void> {
  const claim = { id: reply.id, claimId: reply.claimId };
  if (sent.kind === "unknown") {
    await untilReported(() => markUnknown(claim, { code: sent.reason, detail: sent.detail }));
    return;
  }
  const error =
    sent.kind === "noToken"
      ? sent.error
      : { errcode: sent.errcode, code: sent.reason, detail: sent.errcode === null ? null : String(sent.errcode) };
  const pace = sent.kind === "noToken" || sent.retry === "tokenRefresh" ? "soon" : sent.retry;
  const hopeless = pace === "never" || (pace === "soon" && after(reply.queuedAt, GIVE_UP_MINUTES * MINUTE) < now());
  const retryAt = after(now(), (pace === "never" ? 0 : retryDelaySeconds(reply.attempts, pace)) * SECOND);
  const held = !hopeless && (await untilReported(() => holdReply(claim, error, retryAt)));
  // Also when the lease ran out meanwhile: what surely was not taken is failed, not unknown.
  if (!held) await untilReported(() => markFailed(claim, error));
}
