import { createHmac } from "node:crypto";
import type { AddressReason, NoAnswerReason } from "./checked-address";
import { type JsonPost, type PostAnswer, postJson } from "./post-json";

/** `retry`: it may well be taken later. `detail` holds no word of what was sent: a status, or the other side's own code. */
export type HookOutcome =
  | { kind: "sent" }
  | { kind: "notSent"; retry: boolean; code: AddressReason | NoAnswerReason | "httpStatus" | "errcode" | "notJson"; detail: string | null };
export type Hook = Pick<JsonPost, "address" | "timeoutMs" | "allowHosts"> & { secret: string | null };

/** Too many messages a minute, or busy: WeCom's, then DingTalk's. */
const LATER = new Set([-1, 45_009, 45_033, 130_101, 410_100]);

/** A text to a WeCom (企业微信) group robot, whose address carries its key. */
export async function sendToWecom(hook: Hook, text: string): Promise<HookOutcome> {
  return robotOutcome(await postJson({ ...hook, body: JSON.stringify({ msgtype: "text", text: { content: text } }) }));
}

/** The same to a DingTalk (钉钉) group robot; one with a secret (加签) is signed for this instant. */
export async function sendToDingtalk(hook: Hook, text: string, at: Date): Promise<HookOutcome> {
  const address = hook.secret === null ? hook.address : signedAddress(hook.address, hook.secret, at);
  return robotOutcome(await postJson({ ...hook, address, body: JSON.stringify({ msgtype: "text", text: { content: text } }) }));
}

/**
 * A text to an SMS gateway: POST { phones, text }, signed by X-Jida-Signature: HMAC-SHA256, in hex, of X-Jida-Timestamp (milliseconds
 * since 1970), a dot and the body. Any status from 200 to 299 takes it.
 */
export async function sendToSmsGateway(hook: Hook, sms: { phones: readonly string[]; text: string }, at: Date): Promise<HookOutcome> {
  const body = JSON.stringify(sms);
  const timestamp = String(at.getTime());
  const signature = hook.secret === null ? null : createHmac("sha256", hook.secret).update(`${timestamp}.${body}`).digest("hex");
  const headers = { "x-jida-timestamp": timestamp, ...(signature === null ? {} : { "x-jida-signature": signature }) };
  return statusOutcome(await postJson({ ...hook, headers, body })) ?? { kind: "sent" };
}

function signedAddress(address: string, secret: string, at: Date): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const timestamp = String(at.getTime());
  url.searchParams.set("timestamp", timestamp);
  url.searchParams.set("sign", createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64"));
  return url.toString();
}

function robotOutcome(answer: PostAnswer): HookOutcome {
  const wrong = statusOutcome(answer);
  if (wrong || answer.kind !== "answered") return wrong ?? { kind: "sent" };
  const errcode = answer.json?.errcode;
  if (typeof errcode !== "number") return { kind: "notSent", retry: false, code: "notJson", detail: null };
  return errcode === 0 ? { kind: "sent" } : { kind: "notSent", retry: LATER.has(errcode), code: "errcode", detail: String(errcode) };
}

function statusOutcome(answer: PostAnswer): HookOutcome | null {
  if (answer.kind === "refused") return { kind: "notSent", retry: false, code: answer.reason, detail: null };
  if (answer.kind === "unanswered") return { kind: "notSent", retry: true, code: answer.reason, detail: null };
  const { status } = answer;
  if (status >= 200 && status <= 299) return null;
  return { kind: "notSent", retry: status >= 500 || status === 408 || status === 429, code: "httpStatus", detail: String(status) };
}
