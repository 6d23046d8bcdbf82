import { setTimeout as pause } from "node:timers/promises";
import type { Platform } from "./platform";
import { deliver, newPush } from "./push";
import type { XmlFields } from "./xml";

/** Long enough for a caller to see that a job is under way. */
const JOB_MS = 150;

/** In whose name the platform tells of jobs that concern no resident. */
export const ADMIN_OPENID = "oSandboxAdmin000000000000000";

/** What the platform does after it has answered, and not while jobs are held; nothing once the sandbox ends. */
export function later(platform: Platform, act: () => void): void {
  untilDone(platform).then(act, () => undefined);
}

/** Tells the webhook of the end of a job, as an event that no phone shows. */
export function tellWebhook(platform: Platform, openid: string, event: string, fields: XmlFields): void {
  const push = newPush(platform, { openid, kind: `event:${event}`, msgId: null }, { MsgType: "event", Event: event, ...fields });
  void deliver(platform, push);
}

async function untilDone({ ending, settings }: Platform): Promise<void> {
  do await pause(JOB_MS, undefined, { signal: ending.signal });
  while (settings.jobsHeld);
}
