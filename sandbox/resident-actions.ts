import { showLine } from "./chat";
import { platformNow } from "./clock";
import { eventFields, natureOf, type ResidentEvent } from "./event-fields";
import { contentTypeOf, keepMedia, type MediaType, sampleOf } from "./media";
import type { Platform } from "./platform";
import { deliver, deliverCopy, newPush, type Push, type PushResult } from "./push";
import { type GivenFile, messageFields, messageText, type ResidentMessage, withMedia } from "./push-fields";
import { foundBySearch, type Resident } from "./residents";
import type { Settings } from "./settings";
import { closedWindows, openEventWindow, openMessageWindow } from "./windows";
import type { XmlFields } from "./xml";

/** The grey line that current clients show when the account does not answer (protocol 3.2). */
export const FAULT_LINE = "该公众号提供的服务出现故障，请稍后再试";

/** `repeat` sends that many copies at the same time; `createTimeOffset` moves CreateTime, in s; `mode` is this push's own, `fields` are elements more. */
export type PushOptions = { repeat?: number; createTimeOffset?: number; mode?: Settings["mode"] | undefined; fields?: XmlFields };

/** Of a follower: by what, if not by searching for the account. */
export type CauseOptions = PushOptions & { cameBy?: Resident["cameBy"] };

export type Sent = {
  msgId: string | null;
  createTime: number;
  result: Promise<PushResult>;
};

/** The resident writes: the bubble stands at once, the window opens, the webhook is told. */
export function writeMessage(platform: Platform, resident: Resident, given: ResidentMessage, options: PushOptions = {}): Sent {
  const now = platformNow(platform.clock);
  const message = withMedia(given, (type, file) => keepMedia(platform, fileOf(type, file), now));
  const tapped = message.kind === "text" ? message.menuId : undefined;
  resident.actedAt = now;
  // A tap on a menu message opens the short window only, though it arrives as a text.
  if (tapped === undefined) openMessageWindow(resident.windows, now);
  else openEventWindow(resident.windows, now);

  const msgId = String(platform.counters.nextMsgId++);
  const { kind } = message;
  showLine(platform, resident, {
    ...{ from: "resident", kind, text: messageText(message), via: "push", msgId },
    ...("mediaId" in message ? { mediaId: message.mediaId } : {}),
  });
  return send(platform, resident, messageFields(message), options, {
    kind,
    msgId,
    seen: true,
    after: { MsgId: BigInt(msgId), ...menuField(tapped), ...options.fields },
  });
}

/** Something the resident did without writing: followed, clicked, scanned, left. */
export function causeEvent(platform: Platform, resident: Resident, event: ResidentEvent, options: CauseOptions = {}): Sent {
  const { cameBy } = options;
  const name = event.event.toLowerCase();
  const nature = natureOf(name);
  const now = platformNow(platform.clock);
  if (name === "subscribe") Object.assign(resident, { followed: true, followedAt: Date.now(), cameBy: cameBy ?? foundBySearch() });
  if (name === "unsubscribe") {
    resident.followed = false;
    resident.windows = closedWindows();
  }
  if (nature.opensWindow) {
    resident.actedAt = now;
    openEventWindow(resident.windows, now);
  }
  platform.changes.publish({ type: "resident", openid: resident.openid });
  return send(platform, resident, eventFields(event), options, {
    kind: `event:${event.event}`,
    msgId: null,
    seen: nature.seen,
    after: {},
  });
}

function fileOf(type: MediaType, given: GivenFile | null) {
  if (!given) return sampleOf(type);
  const bytes = Buffer.from(given.data, "base64");
  return { type, bytes, contentType: given.contentType ?? contentTypeOf(bytes) };
}

function menuField(id: string | undefined): XmlFields {
  if (id === undefined) return {};
  return { bizmsgmenuid: /^\d+$/.test(id) ? BigInt(id) : id };
}

type Manner = {
  kind: string;
  msgId: string | null;
  seen: boolean;
  after: XmlFields;
};

function send(platform: Platform, resident: Resident, own: XmlFields, options: PushOptions, manner: Manner): Sent {
  const { kind, msgId } = manner;
  const about = { openid: resident.openid, kind, msgId, mode: options.mode };
  const push = newPush(platform, about, { ...own, ...manner.after }, options.createTimeOffset);
  return {
    msgId,
    createTime: push.createTime,
    result: pushAndShow(platform, resident, push, options, manner.seen),
  };
}

async function pushAndShow(platform: Platform, resident: Resident, push: Push, options: PushOptions, seen: boolean): Promise<PushResult> {
  const copies = Array.from({ length: options.repeat ?? 0 }, (_, index) => deliverCopy(platform, push, index + 2));
  const result = await deliver(platform, push);
  if (seen) showAnswer(platform, resident, result);
  return {
    ...result,
    deliveries: [...result.deliveries, ...(await Promise.all(copies))],
  };
}

function showAnswer(platform: Platform, resident: Resident, { answer }: PushResult): void {
  if (answer.outcome === "accepted" || platform.ending.signal.aborted) return;
  if (answer.outcome === "replied") {
    showLine(platform, resident, {
      from: "account",
      via: "passive",
      ...answer.reply,
    });
    return;
  }
  platform.counters.faultLines += 1;
  showLine(platform, resident, {
    from: "system",
    kind: "fault",
    text: FAULT_LINE,
    via: "push",
  });
}
