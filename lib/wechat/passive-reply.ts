import { aesKeyFrom, encrypt } from "./encryption";
import { signatureOf } from "./signature";

/** UTF-8 bytes of a text; community measurement, protocol 3.3 and 5.5. */
const MAX_TEXT_BYTES = 2048;

/**
 * A text as the answer to a push (protocol 3.3): `to` is the openid, `from` the account's
 * original id, `createTime` unix seconds. Throws `RangeError` for a text that is empty or above
 * `MAX_TEXT_BYTES`, which WeChat shows as a fault.
 */
export function textReply(reply: { to: string; from: string; createTime: number; text: string }): string {
  const bytes = Buffer.byteLength(reply.text, "utf8");
  if (bytes === 0 || bytes > MAX_TEXT_BYTES) throw new RangeError(`a text of ${bytes} bytes, not 1 to ${MAX_TEXT_BYTES}`);

  return [
    `<xml><ToUserName>${cdata(reply.to)}</ToUserName><FromUserName>${cdata(reply.from)}</FromUserName>`,
    `<CreateTime>${reply.createTime}</CreateTime><MsgType>${cdata("text")}</MsgType>`,
    `<Content>${cdata(reply.text)}</Content></xml>`,
  ].join("");
}

/**
 * The envelope of protocol 1.6 around a passive reply. `timestamp` (unix seconds) and `nonce` are
 * chosen by the replier and signed as written. `random` is given by tests only.
 * Throws `PushRefused("badEncodingAesKey")`.
 */
export function sealReply(input: {
  xml: string;
  account: { token: string; appId: string; encodingAesKey: string };
  timestamp: number;
  nonce: string;
  random?: Buffer;
}): string {
  const { account, nonce } = input;
  const timestamp = String(input.timestamp);
  const encrypted = encrypt({
    message: input.xml,
    appId: account.appId,
    key: aesKeyFrom(account.encodingAesKey),
    ...(input.random && { random: input.random }),
  });
  const signature = signatureOf(account.token, timestamp, nonce, encrypted);

  return [
    `<xml><Encrypt>${cdata(encrypted)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature>`,
    `<TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(nonce)}</Nonce></xml>`,
  ].join("");
}

function cdata(text: string): string {
  return `<![CDATA[${xmlText(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** Without the characters that XML 1.0 cannot hold. */
function xmlText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
