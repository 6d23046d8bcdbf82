import { type ApiCall, type ApiResult, type Endpoints, post } from "./api-calls";
import { showLine } from "./chat";
import { dayOf } from "./clock";
import { isKnown } from "./customer-message";
import { type Content, readContent } from "./customer-message-content";
import { OK, refusal } from "./errcodes";
import { type Fields, isFields } from "./fields";
import { ADMIN_OPENID, later, tellWebhook } from "./later";
import type { Platform } from "./platform";
import type { Resident } from "./residents";
import { residentsIn, taggedWith } from "./tag-calls";
import { followersOf } from "./user-calls";

/** One mass message (protocol 7). `at` is platform ms; `isPublic` counts against the account's own four a month. */
export type Broadcast = { msgId: number; clientMsgId: string | null; status: string; at: number; isPublic: boolean };

const FIRST_ID = 1_000_000_001;
const SENDING = "SENDING";
const SENT = "SEND_SUCCESS";
const DONE = "send success";
const MOST_OPENIDS = 10_000;
const A_MONTH = 4;
const REPEAT_MS = 24 * 3600_000;
const KEY_BYTES = 64;

export const BROADCAST_CALLS: Endpoints = {
  "/cgi-bin/message/mass/sendall": post(sendToAll, { right: "verified", daily: 100 }),
  "/cgi-bin/message/mass/send": post(sendToSome, { right: "verifiedService", daily: 100 }),
  "/cgi-bin/message/mass/preview": post(preview, { right: "verified", daily: 100 }),
  "/cgi-bin/message/mass/delete": post(withdraw, { right: "verified", daily: 10 }),
  "/cgi-bin/message/mass/get": post(stateOf, { right: "verified" }),
};

/** `mass/sendall`: to everybody or to a tag. */
function sendToAll(call: ApiCall): ApiResult {
  const { platform, body } = call;
  const filter = isFields(body.filter) ? body.filter : {};
  if (filter.is_to_all === true) return submit(call, followersOf(platform), true);
  const id = Number(filter.tag_id);
  if (!platform.assets.tags.some((tag) => tag.id === id)) return { answer: refusal(45159) };
  return submit(call, taggedWith(platform, id), platform.settings.kind === "subscription");
}

/** `mass/send`: to two to ten thousand. */
function sendToSome(call: ApiCall): ApiResult {
  const { touser } = call.body;
  if (Array.isArray(touser) && touser.length === 1) return { answer: refusal(40130) };
  const found = residentsIn(call.platform, touser, MOST_OPENIDS);
  if (typeof found === "number") return { answer: refusal(found === 49003 ? 40003 : found) };
  return submit(call, found, false);
}

/** `mass/preview`: to one, at once, against no quota. */
function preview({ platform, body, now }: ApiCall): ApiResult {
  const content = contentOf(platform, body, now);
  if (typeof content === "number") return { answer: refusal(content) };
  const resident = platform.residents.get(String(body.touser));
  if (!resident) return { answer: refusal(40003) };
  showLine(platform, resident, { from: "account", via: "mass", ...content });
  return { answer: { ...OK, errmsg: "preview success" }, taken: true };
}

/** `mass/delete`: the page is gone, what stands on phones stays. */
function withdraw({ platform, body }: ApiCall): ApiResult {
  const broadcast = platform.assets.broadcasts.find(({ msgId }) => msgId === Number(body.msg_id));
  if (!broadcast) return { answer: refusal(40059) };
  broadcast.status = "DELETE";
  return { answer: OK };
}

function stateOf({ platform, body }: ApiCall): ApiResult {
  const broadcast = platform.assets.broadcasts.find(({ msgId }) => msgId === Number(body.msg_id));
  return { answer: broadcast ? { msg_id: broadcast.msgId, msg_status: broadcast.status } : refusal(40059) };
}

function submit({ platform, body, now }: ApiCall, receivers: Resident[], isPublic: boolean): ApiResult {
  const content = contentOf(platform, body, now);
  if (typeof content === "number") return { answer: refusal(content) };
  const { broadcasts } = platform.assets;
  const clientMsgId = typeof body.clientmsgid === "string" ? body.clientmsgid : null;
  if (Buffer.byteLength(clientMsgId ?? "") > KEY_BYTES) return { answer: refusal(45067) };
  const before = broadcasts.find((one) => clientMsgId !== null && one.clientMsgId === clientMsgId && now - one.at < REPEAT_MS);
  if (before?.status === SENDING) return { answer: refusal(45066) };
  if (before) return { answer: { ...refusal(45065), msg_id: before.msgId } };
  if (isPublic && isSpent(platform, now)) return { answer: refusal(45028) };

  const broadcast: Broadcast = { msgId: FIRST_ID + broadcasts.length, clientMsgId, status: SENDING, at: now, isPublic };
  broadcasts.push(broadcast);
  later(platform, () => finish(platform, broadcast, content, receivers));
  const isArticle = content.kind === "mpnews";
  const told = { errcode: 0, errmsg: "send job submission success", msg_id: broadcast.msgId };
  return { answer: isArticle ? { ...told, msg_data_id: broadcast.msgId } : told, taken: true };
}

/** A subscription account speaks to all once a day, a service account four times a month. */
function isSpent({ assets, settings }: Platform, now: number): boolean {
  const isDaily = settings.kind === "subscription";
  const span = (at: number) => dayOf(at).slice(0, isDaily ? 10 : 7);
  const spent = assets.broadcasts.filter(({ isPublic, at }) => isPublic && span(at) === span(now));
  return spent.length >= (isDaily ? 1 : A_MONTH);
}

/** Whoever has heard four times this month is left out of a service account's message. */
function finish(platform: Platform, broadcast: Broadcast, content: Content, receivers: Resident[]): void {
  const { massStatus, kind } = platform.settings;
  const month = dayOf(broadcast.at).slice(0, 7);
  const heard = ({ massMonths }: Resident) => massMonths.filter((one) => one === month).length;
  const reached = receivers.filter((one) => one.followed && !one.blacklisted && (kind === "subscription" || heard(one) < A_MONTH));
  const isDone = massStatus === DONE;
  for (const resident of isDone ? reached : []) {
    resident.massMonths.push(month);
    showLine(platform, resident, { from: "account", via: "mass", ...content });
  }
  broadcast.status = isDone ? SENT : "SEND_FAIL";
  tellWebhook(platform, ADMIN_OPENID, "MASSSENDJOBFINISH", {
    ...{ MsgID: broadcast.msgId, Status: massStatus, TotalCount: receivers.length, FilterCount: reached.length },
    ...{ SentCount: isDone ? reached.length : 0, ErrorCount: 0 },
    CopyrightCheckResult: { Count: 0, ResultList: {}, CheckState: 0 },
    ArticleUrlResult: { Count: 0, ResultList: {} },
  });
}

/** The kinds that are spread, under the names that customer messages have for them. */
function contentOf(platform: Platform, body: Fields, now: number): Content | number {
  const has = (id: string) => isKnown(platform, id, now);
  const kind = String(body.msgtype);
  if (kind === "images" && isFields(body.images)) {
    const [media_id] = Array.isArray(body.images.media_ids) ? body.images.media_ids : [];
    return readContent({ msgtype: "image", image: { media_id } }, has);
  }
  if (kind === "mpvideo" && isFields(body.mpvideo)) return has(String(body.mpvideo.media_id)) ? { kind: "video", text: "" } : 40007;
  if (!["mpnews", "text", "voice", "image", "wxcard"].includes(kind)) return 40008;
  return readContent(body, has);
}
