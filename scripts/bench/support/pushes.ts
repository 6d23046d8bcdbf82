import { createCipheriv, createHash, randomBytes } from "node:crypto";
import type { Random } from "./random";

// WeChat's side of a push, written once more: what measures the door must not trust the door's own code.

export type PushMode = "plain" | "safe";
export type PushAccount = { slug: string; originalId: string; appId: string; token: string; encodingAesKey: string };
export type Words = { openid: string; msgId: string; text: string; createTime: number; isPicture?: boolean };
/** One POST to the webhook: the address below the host, and the body. */
export type Push = { path: string; body: string };

const RESIDENTS = 2_000;
const AES_BLOCK = 32;

/** A signed push of one text message, in the clear (protocol 1.3, 2.1) or encrypted (1.4). */
export function pushOf(account: PushAccount, mode: PushMode, words: Words): Push {
  const timestamp = String(words.createTime);
  const nonce = String(randomBytes(4).readUInt32BE());
  const query = new URLSearchParams({ signature: sign(account.token, timestamp, nonce), timestamp, nonce, openid: words.openid });
  const xml = xmlOf(account, words);
  if (mode === "plain") return { path: pathOf(account, query), body: xml };
  const encrypted = encrypt(account, xml);
  query.set("encrypt_type", "aes");
  query.set("msg_signature", sign(account.token, timestamp, nonce, encrypted));
  const body = `<xml><ToUserName><![CDATA[${account.originalId}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return { path: pathOf(account, query), body };
}

/** Openids drawn so that few residents write much and many write little: the k-th most talkative of 2,000 in proportion to 1/k. */
export function residentsByZipf(random: Random): () => string {
  const cumulated: number[] = [];
  for (let rank = 1; rank <= RESIDENTS; rank += 1) cumulated.push((cumulated.at(-1) ?? 0) + 1 / rank);
  const total = cumulated.at(-1) ?? 1;
  return () => {
    const drawn = random() * total;
    const rank = cumulated.findIndex((sum) => sum > drawn);
    return `oBench${String(rank).padStart(22, "0")}`;
  };
}

function xmlOf(account: PushAccount, { openid, createTime, text, msgId, isPicture = false }: Words): string {
  const own = isPicture
    ? `<MsgType><![CDATA[image]]></MsgType><PicUrl><![CDATA[http://mmbiz.qpic.cn/bench/0]]></PicUrl><MediaId><![CDATA[bench-${msgId}]]></MediaId>`
    : `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content>`;
  return `<xml><ToUserName><![CDATA[${account.originalId}]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName><CreateTime>${createTime}</CreateTime>${own}<MsgId>${msgId}</MsgId></xml>`;
}

function pathOf(account: PushAccount, query: URLSearchParams): string {
  return `/api/wechat/${account.slug}?${query}`;
}

function sign(...parts: string[]): string {
  return createHash("sha1").update(parts.sort().join("")).digest("hex");
}

function encrypt({ encodingAesKey, appId }: PushAccount, xml: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, "base64");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(xml));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(xml), Buffer.from(appId)]);
  const filling = AES_BLOCK - (plain.length % AES_BLOCK);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(filling, filling)), cipher.final()]).toString("base64");
}
