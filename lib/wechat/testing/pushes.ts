import { createHash } from "node:crypto";
import { account } from "./vectors";

const [timestamp, nonce] = ["1700000000", "1234567890"] as const;

/** The query of a plain push (B1). */
export function plainQuery(): URLSearchParams {
  return new URLSearchParams({
    signature: "20c56ca6f0d4635126e1fee439bb5243d8376403",
    timestamp,
    nonce,
    openid: "oUser",
  });
}

/** The query of a push whose body holds `encrypted`. */
export function sealedQuery(encrypted: string): URLSearchParams {
  const msg_signature = sha1(account.token, timestamp, nonce, encrypted);
  return new URLSearchParams({
    encrypt_type: "aes",
    timestamp,
    nonce,
    msg_signature,
    openid: "oUser",
  });
}

/** A body in safe mode. */
export function sealedXml(encrypted: string): string {
  return `<xml><ToUserName><![CDATA[${account.originalId}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
}

function sha1(...parts: string[]): string {
  return createHash("sha1").update(parts.sort().join("")).digest("hex");
}
