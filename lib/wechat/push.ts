import { aesKeyFrom, decrypt } from "./encryption";
import { type Fields, textOf } from "./fields";
import { type InboundMessage, inboundMessage } from "./inbound-message";
import { jsonFields } from "./json-fields";
import { PushRefused } from "./push-refused";
import { sameSignature, signatureOf } from "./signature";
import { xmlFields } from "./xml-fields";

/** Bodies above this are refused unread (protocol 1.5); WeChat's own stay below a hundredth of it. */
export const MAX_PUSH_BYTES = 1024 * 1024;

export type PushQuery = { get(name: string): string | null };
export type PushAccount = {
  token: string;
  appId: string;
  encodingAesKey: string | null;
  originalId: string;
};
export type Push = {
  mode: "plain" | "compatible" | "safe";
  message: InboundMessage;
  /** The XML or JSON of the message, decrypted; without NUL. */
  raw: string;
};

/**
 * A verified push of protocol 1.3–1.7. Where the query or the body says that it is encrypted,
 * only the decrypted text counts: the plain fields beside it are covered by no signature.
 *
 * A plain push is taken from an account that has an EncodingAESKey too, because the mode is set
 * in WeChat's console. Its signature covers timestamp and nonce, not the body: who has once seen
 * a query can put any body under it. A caller that knows the account to be in safe mode closes
 * this downgrade by refusing `mode: "plain"`. Age is not judged, a retry may come late.
 *
 * Throws `PushRefused`.
 */
export function readPush(input: { query: PushQuery; body: string; account: PushAccount }): Push {
  const { query, account } = input;
  if (Buffer.byteLength(input.body, "utf8") > MAX_PUSH_BYTES) throw new PushRefused("tooLarge", "body above 1 MiB");

  const isSealed = query.get("encrypt_type")?.toLowerCase() === "aes";
  if (!isSealed) verify(query, "signature", [account.token]);

  const body = input.body.replaceAll("\0", "");
  const outer = fieldsOf(body);
  const encrypted = textOf(outer, "Encrypt");
  if (encrypted === null && !isSealed) return { mode: "plain", message: messageFor(account, outer), raw: body };

  if (!encrypted) throw new PushRefused("malformed", "no Encrypt");
  verify(query, "msg_signature", [account.token, encrypted]);
  const raw = decrypted(encrypted, account);
  const mode = Object.hasOwn(outer, "MsgType") ? "compatible" : "safe";
  return { mode, message: messageFor(account, fieldsOf(raw)), raw };
}

/** Throws `PushRefused("badSignature")` unless the named query parameter signs `parts` with timestamp and nonce. */
export function verify(query: PushQuery, name: "signature" | "msg_signature", parts: string[]): void {
  const timestamp = query.get("timestamp");
  const nonce = query.get("nonce");
  const received = query.get(name);
  if (!timestamp || !nonce || !received) throw new PushRefused("badSignature", `no ${name}, timestamp or nonce`);
  if (!sameSignature(signatureOf(...parts, timestamp, nonce), received)) {
    throw new PushRefused("badSignature", `${name} does not match`);
  }
}

function decrypted(encrypted: string, account: PushAccount): string {
  if (account.encodingAesKey === null) throw new PushRefused("badEncodingAesKey", "the account has none");
  const key = aesKeyFrom(account.encodingAesKey);
  return decrypt({ encrypted, appId: account.appId, key }).replaceAll("\0", "");
}

function messageFor(account: PushAccount, fields: Fields): InboundMessage {
  const message = inboundMessage(fields);
  if (message.toUserName !== account.originalId) throw new PushRefused("wrongAccount", "ToUserName is another account");
  return message;
}

function fieldsOf(body: string): Fields {
  return /^\uFEFF?\s*\{/.test(body) ? jsonFields(body) : xmlFields(body);
}
