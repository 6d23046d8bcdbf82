import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { unixSeconds } from "./clock";
import { seal } from "./envelope";
import { writeJournal } from "./journal";
import type { Platform } from "./platform";
import { holdPush, losesAnswer, releaseHeldPush } from "./push-faults";
import type { Settings } from "./settings";
import { type Answer, readAnswer } from "./webhook-answer";
import { postToWebhook } from "./webhook-connection";
import { writeXml, type XmlFields } from "./xml";

/** One message or event on its way; every delivery carries the same MsgId and CreateTime. */
export type Push = {
  id: string;
  openid: string;
  msgId: string | null;
  createTime: number;
  kind: string;
  xml: string;
  /** How this one is sent, where not as the account's mode says. */
  mode?: Settings["mode"] | undefined;
};

/** A push with those fields between who and what else; `moved` moves CreateTime, in s. */
export function newPush(platform: Platform, about: Pick<Push, "openid" | "kind" | "msgId" | "mode">, fields: XmlFields, moved = 0): Push {
  const createTime = unixSeconds() + moved;
  const common = { ToUserName: platform.settings.originalId, FromUserName: about.openid, CreateTime: createTime };
  platform.counters.pushes += 1;
  return { id: randomUUID(), createTime, xml: writeXml({ ...common, ...fields }), ...about };
}

export type Delivery = {
  status: number | null;
  body: string;
  problem: string | null;
  ms: number;
};
export type PushResult = { answer: Answer; deliveries: Delivery[] };

/**
 * Pushes until the webhook answers, by default three times in all, one after another; pushes of
 * different messages do not wait for each other (protocol 3.1). Five seconds without an answer end
 * a delivery; a connection that fails sooner is tried again when its five seconds are over.
 */
export async function deliver(platform: Platform, push: Push): Promise<PushResult> {
  await holdPush(platform, push.openid);
  const deliveries: Delivery[] = [];
  let answer: Answer = { outcome: "fault", reason: "not delivered" };

  while (deliveries.length < platform.settings.deliveries && !platform.ending.signal.aborted) {
    const last = deliveries.at(-1);
    if (last) await restOfTry(platform, last);
    const delivery = await deliverOnce(platform, push);
    deliveries.push(delivery);
    if (deliveries.length === 1) releaseHeldPush(platform, push.openid);

    answer = meaningOf(platform, push, delivery);
    record(platform, push, deliveries.length, delivery, answer);
    if (!isWorthRepeating(platform, delivery)) break;
  }
  return { answer, deliveries };
}

/** One delivery beside the regular ones: the same push once more, its answer shown to nobody. */
export async function deliverCopy(platform: Platform, push: Push, number: number) {
  const delivery = await deliverOnce(platform, push);
  record(platform, push, number, delivery, meaningOf(platform, push, delivery));
  return delivery;
}

async function deliverOnce(platform: Platform, push: Push): Promise<Delivery> {
  const { settings, counters } = platform;
  counters.deliveries += 1;
  const envelope = seal(settingsOf(platform, push), push.xml, push.openid);
  const lost = losesAnswer(platform, push.openid);
  return postToWebhook(settings.webhookUrl, envelope, settings.pushTimeoutMs, lost);
}

function meaningOf(platform: Platform, push: Push, delivery: Delivery): Answer {
  if (delivery.status === null) {
    return { outcome: "fault", reason: delivery.problem ?? "no answer" };
  }
  return readAnswer(settingsOf(platform, push), push.openid, delivery.status, delivery.body);
}

function settingsOf({ settings }: Platform, { mode = settings.mode }: Push): Settings {
  return { ...settings, mode };
}

function isWorthRepeating(platform: Platform, delivery: Delivery): boolean {
  if (delivery.status === null) return true;
  return delivery.status !== 200 && platform.settings.retryErrorAnswers;
}

async function restOfTry(platform: Platform, last: Delivery): Promise<void> {
  if (last.problem === "dropped") return;
  const rest = platform.settings.pushTimeoutMs - last.ms;
  if (rest <= 0) return;
  await pause(rest, undefined, { signal: platform.ending.signal }).catch(() => {});
}

function record(platform: Platform, push: Push, delivery: number, made: Delivery, answer: Answer): void {
  const { id: pushId, openid, msgId, createTime, kind } = push;
  const outcome = answer.outcome === "fault" ? `fault: ${answer.reason}` : answer.outcome;
  const { status, body, ms } = made;
  writeJournal(platform.journal, {
    type: "push",
    pushId,
    openid,
    msgId,
    createTime,
    kind,
    delivery,
    status,
    answer: body,
    outcome,
    ms,
  });
}
