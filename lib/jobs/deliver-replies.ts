import { sendingAccount } from "@/lib/accounts/queries";
import { env } from "@/lib/env";
import { type ClaimedReply, claimReply } from "@/lib/replies/claim-reply";
import { holdReply } from "@/lib/replies/hold-reply";
import { markFailed, type SendError } from "@/lib/replies/mark-failed";
import { markPartSent } from "@/lib/replies/mark-part-sent";
import { markSent } from "@/lib/replies/mark-sent";
import { markUnknown } from "@/lib/replies/mark-unknown";
import { GIVE_UP_MINUTES, retryDelaySeconds } from "@/lib/replies/rules";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { type SendOutcome, sendText } from "@/lib/wechat/customer-message";
import { accessTokenFor } from "./access-token";
import { untilReported } from "./until-reported";

/** Two tokens to wait for and two sends of this length fit into the thirty seconds of the lease. */
const SEND_TIMEOUT = 8 * SECOND;

type Sent = SendOutcome | { kind: "noToken"; error: SendError };

/**
 * Claims the next due reply and starts to send it. Resolves once it is claimed; `done` when it has been reported.
 * @returns null when nothing is due
 */
export async function deliverNext(): Promise<{ done: Promise<void> } | null> {
  const claimed = await claimReply();
  if (!claimed) return null;
  return { done: claimed.kind === "claimed" ? deliver(claimed) : Promise.resolve() };
}

async function deliver(reply: ClaimedReply): Promise<void> {
  const claim = { id: reply.id, claimId: reply.claimId };
  for (const [index, text] of reply.parts.entries()) {
    const sent = await send(reply, text);
    if (sent.kind !== "taken") return report(reply, sent);
    const last = index === reply.parts.length - 1;
    const goesOn = await untilReported(() => (last ? markSent(claim) : markPartSent(claim)));
    // A claim that ran out between two parts: the officer sees how far it got; nothing more goes out under it.
    if (!goesOn) return;
  }
}

async function send(reply: ClaimedReply, text: string): Promise<Sent> {
  const account = await sendingAccount(reply.accountId);
  const token = await accessTokenFor(account);
  if (token.kind === "none") return { kind: "noToken", error: token.error };
  const message = { baseUrl: env.WECHAT_API_BASE_URL, openid: reply.openid, text, timeoutMs: SEND_TIMEOUT };
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
  if (hopeless) await untilReported(() => markFailed(claim, error));
  else await untilReported(() => holdReply(claim, error, after(now(), retryDelaySeconds(reply.attempts, pace) * SECOND)));
}
