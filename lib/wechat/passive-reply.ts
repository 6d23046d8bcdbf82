import { aesKeyFrom, encrypt } from "./encryption";
import { signatureOf } from "./signature";

/** UTF-8 bytes of a text; community measurement, protocol 3.3 and 5.5. */
const MAX_TEXT_BYTES = 2048;

/** Who answers whom: `to` is the openid, `from` the account's original id, `createTime` unix seconds. */
type Address = { to: string; from: string; createTime: number };
/** One card; addresses are "" for none. */
type Article = { title: string; description: string; pictureUrl: string; url: string };

/**
 * A text as the answer to a push (protocol 3.3). Throws `RangeError` for a text that is empty or above
 * `MAX_TEXT_BYTES`, which WeChat shows as a fault.
 */
export function textReply({ text, ...address }: Address & { text: string }): string {
  const bytes = Buffer.byteLength(text, "utf8");
  if (bytes === 0 || bytes > MAX_TEXT_BYTES) throw new RangeError(`a text of ${bytes} bytes, not 1 to ${MAX_TEXT_BYTES}`);
  return reply(address, "text", `<Content>${cdata(text)}</Content>`);
}

/** One article as the answer to a push (protocol 3.3): WeChat drops a second one. */
export function articleReply({ title, description, pictureUrl, url, ...address }: Address & Article): string {
  const item = [
    `<Title>${cdata(title)}</Title><Description>${cdata(description)}</Description>`,
    `<PicUrl>${cdata(pictureUrl)}</PicUrl><Url>${cdata(url)}</Url>`,
  ];
  return reply(address, "news", `<ArticleCount>1</ArticleCount><Articles><item>${item.join("")}</item></Articles>`);
}

/** A picture that WeChat already has as the answer to a push (protocol 3.3). */
export function pictureReply({ mediaId, ...address }: Address & { mediaId: string }): string {
  return reply(address, "image", `<Image><MediaId>${cdata(mediaId)}</MediaId></Image>`);
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

function reply({ to, from, createTime }: Address, type: string, content: string): string {
  return [
    `<xml><ToUserName>${cdata(to)}</ToUserName><FromUserName>${cdata(from)}</FromUserName>`,
    `<CreateTime>${createTime}</CreateTime><MsgType>${cdata(type)}</MsgType>`,
    `${content}</xml>`,
  ].join("");
}

function cdata(text: string): string {
  return `<![CDATA[${xmlText(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** Without the characters that XML 1.0 cannot hold. */
function xmlText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
