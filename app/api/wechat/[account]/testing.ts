import { aesKeyFrom, encrypt } from "@/lib/wechat/encryption";
import { signatureOf } from "@/lib/wechat/signature";
import { account as vectorAccount } from "@/lib/wechat/testing/vectors";
import { GET, POST } from "./route";

type Keys = { token: string; encodingAesKey: string; appId: string; originalId: string };

/** The door of the account with that slug and these keys, and how WeChat knocks at it. */
export function doorOf(slug: string, keys: Keys) {
  const address = (to: string, query: URLSearchParams) => `http://door.test/api/wechat/${to}?${query}`;
  const post = (query: URLSearchParams, body: string | ReadableStream, to = slug) =>
    POST(new Request(address(to, query), { method: "POST", body, duplex: "half" } as RequestInit), {
      params: Promise.resolve({ account: to }),
    });
  return {
    get: (query: URLSearchParams, to = slug) => GET(new Request(address(to, query)), { params: Promise.resolve({ account: to }) }),
    post,
    /** A push in plain text, rightly signed. */
    plain: (xml: string) => post(signedQuery(keys.token), xml),
    /** A push in safe mode, rightly sealed and signed; `outer` are plain fields beside it, as in compatible mode. */
    sealed: (xml: string, { appId = keys.appId, outer = "" } = {}) => {
      const encrypted = encrypt({ message: xml, appId, key: aesKeyFrom(keys.encodingAesKey) });
      return post(sealedQuery(keys.token, encrypted), `<xml>${outer}<Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`);
    },
  };
}

/** The query of a plain push or handshake. */
export function signedQuery(token: string, more: Record<string, string> = {}): URLSearchParams {
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1_000)), String(Math.floor(Math.random() * 1e9))];
  return new URLSearchParams({ signature: signatureOf(token, timestamp, nonce), timestamp, nonce, ...more });
}

function sealedQuery(token: string, encrypted: string): URLSearchParams {
  const query = signedQuery(token, { encrypt_type: "aes" });
  query.set("msg_signature", signatureOf(token, query.get("timestamp") ?? "", query.get("nonce") ?? "", encrypted));
  return query;
}

/** A text of the vectors' account, said now unless told otherwise. */
export function textXml(
  text: string,
  { openid = "oUser", to = vectorAccount.originalId, createTime = seconds(), msgId = someId() } = {},
): string {
  return `<xml><ToUserName><![CDATA[${to}]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName><CreateTime>${createTime}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content><MsgId>${msgId}</MsgId></xml>`;
}

const seconds = () => Math.floor(Date.now() / 1_000);
const someId = () => String(Math.floor(Math.random() * 1e15));
