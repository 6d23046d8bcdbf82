import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type ClaimedNotice, claimNotice } from "@/lib/subscribers/claim-notice";
import { settleNotice } from "@/lib/subscribers/settle-notice";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { sendStandardWebhook } from "@/lib/webhooks/standard-webhook";
import { untilReported } from "./until-reported";

const SEND_TIMEOUT = 15 * SECOND;

/**
 * Claims the next notice that is due and starts to send it. Resolves once it is claimed; `done` when what came of it is written down.
 * @returns null when nothing is due
 */
export async function sendNextNotice(): Promise<{ done: Promise<void> } | null> {
  const claimed = await claimNotice();
  return claimed && { done: send(claimed) };
}

async function send(claimed: ClaimedNotice): Promise<void> {
  const { address, secrets, id, body } = claimed;
  const outcome = await sendStandardWebhook(
    { address, secrets, id, body, timeoutMs: SEND_TIMEOUT, allowHosts: env.JIDA_ALLOW_HOSTS },
    now(),
  );
  log.info("notice", { noticeId: id, outcome: outcome.kind, code: outcome.kind === "taken" ? null : outcome.code });
  await untilReported(() => settleNotice(claimed, outcome));
}
