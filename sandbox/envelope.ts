import { randomInt } from "node:crypto";
import { unixSeconds } from "./clock";
import { encrypt } from "./encryption";
import type { Settings } from "./settings";
import { sign } from "./signature";
import { writeXml, type XmlFields } from "./xml";

export type Envelope = { query: URLSearchParams; body: string };

/** What a bad push does differently; a good one leaves all of it out. */
export type Forgery = {
  token?: string;
  appId?: string;
  timestamp?: number;
  damage?: (encrypted: string) => string;
};

/** One POST to the webhook, signed afresh, its body as the account's mode asks (protocol 1.3, 1.4). */
export function seal(settings: Settings, xml: string, openid: string, forgery: Forgery = {}): Envelope {
  const token = forgery.token ?? settings.token;
  const timestamp = String(forgery.timestamp ?? unixSeconds());
  const nonce = String(randomInt(100_000_000, 2_000_000_000));
  const signature = sign(token, timestamp, nonce);
  const query = new URLSearchParams({ signature, timestamp, nonce, openid });
  if (settings.mode === "plain") return { query, body: xml };

  const encrypted = encrypt(settings.encodingAesKey, xml, forgery.appId ?? settings.appId);
  query.set("encrypt_type", "aes");
  query.set("msg_signature", sign(token, timestamp, nonce, encrypted));
  const sent = forgery.damage ? forgery.damage(encrypted) : encrypted;
  return { query, body: bodyWith(settings, xml, { Encrypt: sent }) };
}

/** Safe mode hides the fields; compatible mode sends them beside the encrypted package. */
function bodyWith(settings: Settings, xml: string, encrypted: XmlFields): string {
  if (settings.mode === "safe") return writeXml({ ToUserName: settings.originalId, ...encrypted });
  const package_ = writeXml(encrypted).slice("<xml>".length);
  return xml.slice(0, -"</xml>".length) + package_;
}
