import { type ClaimedDeliveries, claimDeliveries } from "@/lib/alarms/claim-deliveries";
import { failDeliveries } from "@/lib/alarms/fail-deliveries";
import { holdDeliveries } from "@/lib/alarms/hold-deliveries";
import { markDelivered } from "@/lib/alarms/mark-delivered";
import { wordsOf } from "@/lib/alarms/wording";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type MailOutcome, sendMail } from "@/lib/mail/send-mail";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { type HookOutcome, sendToDingtalk, sendToSmsGateway, sendToWecom } from "@/lib/webhooks/robots";
import { untilReported } from "./until-reported";

const SEND_TIMEOUT = 10 * SECOND;
/** Seconds until the next try: quick at first, an alarm is worth most at once. */
const RETRY_AFTER = [5, 10, 30, 60, 120, 300];

/**
 * Claims what is due on one channel and starts to send it. Resolves once it is claimed; `done` when it has been reported.
 * @returns null when nothing is due
 */
export async function deliverNextAlarms(): Promise<{ done: Promise<void> } | null> {
  const claimed = await claimDeliveries();
  if (!claimed) return null;
  return { done: claimed.kind === "claimed" ? deliver(claimed) : Promise.resolve() };
}

async function deliver(claimed: ClaimedDeliveries): Promise<void> {
  const outcome = await send(claimed);
  log.info("alarm delivery", { claimId: claimed.claimId, outcome: outcome.kind, code: outcome.kind === "sent" ? null : outcome.code });
  if (outcome.kind === "sent") return void (await untilReported(() => markDelivered(claimed)));
  const error = { code: outcome.code, detail: outcome.detail };
  const seconds = RETRY_AFTER[Math.min(claimed.attempts, RETRY_AFTER.length) - 1] ?? 0;
  // Whoever tries a channel out wants to know now.
  const again =
    outcome.retry && !claimed.isTrial && (await untilReported(() => holdDeliveries(claimed, error, after(now(), seconds * SECOND))));
  if (!again) await untilReported(() => failDeliveries(claimed, error));
}

async function send(claimed: ClaimedDeliveries): Promise<HookOutcome | MailOutcome> {
  const { channel } = claimed;
  const at = now();
  const { subject, text } = wordsOf(claimed, env.JIDA_BASE_URL, at);
  const hook = { address: channel.address ?? "", secret: channel.secret, timeoutMs: SEND_TIMEOUT, allowHosts: env.JIDA_ALLOW_HOSTS };
  switch (channel.kind) {
    case "wecom":
      return sendToWecom(hook, text);
    case "dingtalk":
      return sendToDingtalk(hook, text, at);
    case "sms":
      return sendToSmsGateway(hook, { phones: channel.recipients, text }, at);
    case "mail":
      return sendMail({ to: channel.recipients, subject, text }, { url: env.SMTP_URL, from: env.MAIL_FROM, timeoutMs: SEND_TIMEOUT });
  }
}
