import { type ApiAnswer, callApi, type UnclearReason } from "./api-client";
import { apiErrorOf } from "./api-error";
import type { NoConnectionReason } from "./connection";
import { type SendRefusal, type SendRetry, sendRefusalOf } from "./send-refusal";

/**
 * What became of one send. `taken`: WeChat has it. `notTaken`: it surely has not, and `retry`
 * says when to try again. `unknown`: it may have; never repeat it by itself.
 */
export type SendOutcome =
  | { kind: "taken" }
  | {
      kind: "notTaken";
      retry: SendRetry;
      reason: SendRefusal | NoConnectionReason | "pictureNotUploaded";
      /** The next three are `null` when nothing was answered. */
      errcode: number | null;
      errmsg: string | null;
      rid: string | null;
    }
  | { kind: "unknown"; reason: UnclearReason | "noErrcode"; detail: string };

/** To whom, how long to wait, and after which instant (of `performance.now()`) it must not begin. */
type Addressed = { baseUrl: string; accessToken: string; openid: string; timeoutMs: number; notAfter: number };

/**
 * Sends one text by `custom/send` (protocol 5.1). There is no message id and no receipt: errcode 0
 * is all that is ever known. Sends to one openid must follow one another.
 */
export async function sendText(message: Addressed & { text: string }): Promise<SendOutcome> {
  return send(message, { msgtype: "text", text: { content: sendable(message.text) } });
}

/** The same for a picture that was uploaded. */
export async function sendImage(message: Addressed & { mediaId: string }): Promise<SendOutcome> {
  return send(message, { msgtype: "image", image: { media_id: message.mediaId } });
}

/**
 * The same for a menu: a line, and entries to tap below it. A tap comes back as a text message with the entry's id as `bizmsgmenuid`.
 * An account that WeChat has not verified may not send one (protocol 5.1).
 */
export async function sendMenu(
  message: Addressed & { head: string; entries: readonly { id: string; content: string }[] },
): Promise<SendOutcome> {
  const list = message.entries.map(({ id, content }) => ({ id, content: sendable(content) }));
  return send(message, { msgtype: "msgmenu", msgmenu: { head_content: sendable(message.head), list, tail_content: "" } });
}

async function send({ baseUrl, accessToken, openid, timeoutMs, notAfter }: Addressed, content: object): Promise<SendOutcome> {
  const answer = await callApi({
    baseUrl,
    path: "/cgi-bin/message/custom/send",
    query: { access_token: accessToken },
    body: { touser: openid, ...content },
    timeoutMs,
    notAfter,
  });
  return outcomeOf(answer, accessToken);
}

function outcomeOf(answer: ApiAnswer, accessToken: string): SendOutcome {
  if (answer.kind === "unclear") return { kind: "unknown", reason: answer.reason, detail: answer.detail };
  if (answer.kind === "notConnected") {
    return {
      kind: "notTaken",
      retry: "soon",
      reason: answer.reason,
      errcode: null,
      errmsg: null,
      rid: null,
    };
  }
  const error = apiErrorOf(answer.json, [accessToken]);
  if (!error)
    return {
      kind: "unknown",
      reason: "noErrcode",
      detail: "JSON without errcode",
    };
  return error.errcode === 0 ? { kind: "taken" } : { kind: "notTaken", ...sendRefusalOf(error.errcode), ...error };
}

/** JSON writes other control characters and half pairs as \uXXXX, which WeChat refuses with 40033. */
function sendable(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, "");
}
