import { aesKeyFrom, decrypt } from "./encryption";
import { envelopeOf, isJson } from "./envelope";
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

  const body = input.body.replaceAll("\0", "");
  if (query.get("encrypt_type")?.toLowerCase() === "aes") return sealedPush(query, body, account);

  verify(query, "signature", [account.token]);
  const fields = fieldsOf(body);
  if (textOf(fields, "Encrypt") !== null) return sealedPush(query, body, account);
  return { mode: "plain", message: messageFor(account, fields), raw: body };
}

/** Whether whoever sends a push knows the account's token, as its address tells before the body is read. WeChat signs it in every mode. */
export function isSigned(query: PushQuery, account: Pick<PushAccount, "token">): boolean {
  try {
    verify(query, "signature", [account.token]);
    return true;
  } catch {
    return false;
  }
}

/** Throws `PushRefused("badSignature")` unless the named query parameter signs `parts` with timestamp and nonce. */
export function verify(query: PushQuery, name: "signature" | "msg_signature", parts: string[]): void {
  const { timestamp, nonce, received } = signatureIn(query, name);
  if (!sameSignature(signatureOf(...parts, timestamp, nonce), received)) {
    throw new PushRefused("badSignature", `${name} does not match`);
  }
}

/** Whoever cannot sign gets no parser to work for them: until the signature is verified, only `Encrypt` is looked for. */
function sealedPush(query: PushQuery, body: string, account: PushAccount): Push {
  signatureIn(query, "msg_signature");
  const envelope = envelopeOf(body);
  verify(query, "msg_signature", [account.token, envelope?.encrypted ?? ""]);
  if (!envelope) throw new PushRefused("malformed", "not one Encrypt");

  const raw = decrypted(envelope.encrypted, account);
  return { mode: envelope.hasPlainFields ? "compatible" : "safe", message: messageFor(account, fieldsOf(raw)), raw };
}

function signatureIn(query: PushQuery, name: string): { timestamp: string; nonce: string; received: string } {
  const timestamp = query.get("timestamp");
  const nonce = query.get("nonce");
  const received = query.get(name);
  if (!timestamp || !nonce || !received) throw new PushRefused("badSignature", `no ${name}, timestamp or nonce`);
  return { timestamp, nonce, received };
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
  return isJson(body) ? jsonFields(body) : xmlFields(body);
}
