import { log } from "@/lib/log";
import { type ClaimedReply, claimReply } from "@/lib/replies/claim-reply";
import { holdReply } from "@/lib/replies/hold-reply";
import { markFailed } from "@/lib/replies/mark-failed";
import { markPartSent } from "@/lib/replies/mark-part-sent";
import { markSent } from "@/lib/replies/mark-sent";
import { markUnknown } from "@/lib/replies/mark-unknown";
import { GIVE_UP_MINUTES, retryDelaySeconds } from "@/lib/replies/rules";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { sendPart } from "./send-part";
import { BEGIN_WITHIN, refusalOf, type Sent } from "./send-with-token";
import { untilReported } from "./until-reported";

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
  for (const [index, content] of reply.parts.entries()) {
    const { accountId, openid } = reply;
    const sent = await sendPart({ accountId, openid, notAfter: leasedAt + BEGIN_WITHIN }, content);
    log.info("reply part", { replyId: reply.id, part: reply.partsSent + index + 1, outcome: sent.kind });
    if (sent.kind !== "taken") return report(reply, sent);
    leasedAt = performance.now();
    const last = index === reply.parts.length - 1;
    const part = reply.partsSent + index + 1;
    const goesOn = await untilReported(() => (last ? markSent(claim) : markPartSent(claim, part)));
    // A claim that ran out between two parts: the officer sees how far it got; nothing more goes out under it.
    if (!goesOn) return;
  }
}

async function report(reply: ClaimedReply, sent: Exclude<Sent, { kind: "taken" }>): Promise<void> {
  const claim = { id: reply.id, claimId: reply.claimId };
  if (sent.kind === "unknown") {
    await untilReported(() => markUnknown(claim, { code: sent.reason, detail: sent.detail }));
    return;
  }
  const { error, pace } = refusalOf(sent);
  const hopeless = pace === "never" || (pace === "soon" && after(reply.queuedAt, GIVE_UP_MINUTES * MINUTE) < now());
  const retryAt = after(now(), (pace === "never" ? 0 : retryDelaySeconds(reply.attempts, pace)) * SECOND);
  const held = !hopeless && (await untilReported(() => holdReply(claim, error, retryAt)));
  // Also when the lease ran out meanwhile: what surely was not taken is failed, not unknown.
  if (!held) await untilReported(() => markFailed(claim, error));
}
