import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { unixSeconds } from "./clock";
import { writeJournal } from "./journal";
import type { Platform } from "./platform";
import { sign } from "./signature";
import { getFromWebhook } from "./webhook-connection";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;

/**
 * The GET handshake of protocol 1.2: the webhook must answer exactly `echostr` within the push
 * time-out. Returns whether it did; the state tells since when, or why not.
 */
export async function verifyWebhook(platform: Platform, webhookUrl: string = platform.settings.webhookUrl): Promise<boolean> {
  const { settings } = platform;
  const timestamp = String(unixSeconds());
  const nonce = String(randomInt(100_000_000, 2_000_000_000));
  const echostr = `${randomInt(1_000_000_000, 9_000_000_000)}${randomInt(100_000_000, 999_999_999)}`;
  const signature = sign(settings.token, timestamp, nonce);
  const query = new URLSearchParams({ signature, timestamp, nonce, echostr });

  const exchange = await getFromWebhook(webhookUrl, query, settings.pushTimeoutMs);
  const { status, body } = exchange;
  const problem = status === 200 && body === echostr ? null : (exchange.problem ?? "wrong answer");
  platform.webhook = {
    verifiedAt: problem === null ? new Date().toISOString() : null,
    problem,
  };
  if (status !== null) {
    const outcome = problem ?? "verified";
    writeJournal(platform.journal, {
      type: "handshake",
      status,
      answer: body,
      outcome,
    });
  }
  return problem === null;
}

/** Tries until the webhook is up, quietly: in a demo the account starts after its platform. */
export async function verifyWebhookUntilItAnswers(platform: Platform): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  while (!platform.ending.signal.aborted && !(await verifyWebhook(platform))) {
    await pause(wait, undefined, {
      signal: platform.ending.signal,
      ref: false,
    }).catch(() => {});
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}
