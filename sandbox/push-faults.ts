import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Platform } from "./platform";

/**
 * What goes wrong between the platform and the webhook. `times` 0 means until removed. `ms` is the
 * delay, or how long an out-of-order push waits at most for the next one of its resident.
 */
export const pushFaultSchema = z.object({
  kind: z.enum(["out-of-order", "delay", "drop-response"]),
  openid: z.string().optional(),
  times: z.number().int().min(0).default(1),
  ms: z.number().int().min(0).max(600_000).default(3000),
});

export type PushFaultRule = z.output<typeof pushFaultSchema> & { used: number };

/** Holds a push back as the rules say, before its first delivery. */
export async function holdPush(platform: Platform, openid: string): Promise<void> {
  const delay = takeRule(platform, "delay", openid);
  if (delay) await wait(platform, delay.ms);

  // One push is held at a time: the one that overtakes it must not be held as well.
  if (platform.held.has(openid)) return;
  const order = takeRule(platform, "out-of-order", openid);
  if (!order) return;
  const overtaken = new Promise<void>((resolve) => platform.held.set(openid, resolve));
  await Promise.race([overtaken, wait(platform, order.ms)]);
  platform.held.delete(openid);
}

/** Called after a first delivery: the push that waited to be overtaken may go. */
export function releaseHeldPush(platform: Platform, openid: string): void {
  platform.held.get(openid)?.();
}

/** Whether the answer to this delivery shall be lost on the way. */
export function losesAnswer(platform: Platform, openid: string): boolean {
  return takeRule(platform, "drop-response", openid) !== null;
}

function takeRule(platform: Platform, kind: PushFaultRule["kind"], openid: string) {
  const rule = platform.pushFaults.find(
    (candidate) => candidate.kind === kind && (candidate.openid === undefined || candidate.openid === openid),
  );
  if (!rule) return null;
  rule.used += 1;
  if (rule.times > 0 && rule.used >= rule.times) {
    platform.pushFaults = platform.pushFaults.filter((other) => other !== rule);
  }
  return rule;
}

async function wait(platform: Platform, ms: number): Promise<void> {
  await pause(ms, undefined, { signal: platform.ending.signal }).catch(() => {});
}
