import { decrypt } from "./encryption";
import { type PassiveReply, readPassiveReply } from "./passive-reply";
import type { Settings } from "./settings";
import { isSignatureOf } from "./signature";
import { readXml, textOf, type XmlNode } from "./xml";

/** What the webhook's response means to the resident (protocol 3.2). */
export type Answer = { outcome: "accepted" } | { outcome: "replied"; reply: PassiveReply } | { outcome: "fault"; reason: string };

const ACCEPTED: Answer = { outcome: "accepted" };

/** Reads the answer to a push from `openid`; `success` and an empty body need no encryption. */
export function readAnswer(settings: Settings, openid: string, status: number, body: string): Answer {
  if (status !== 200) return fault(`status ${status}`);
  if (body === "" || body === "success") return ACCEPTED;

  const root = readXml(body);
  if (!root) return fault("not XML");
  const plain = openEnvelope(settings, root);
  if (typeof plain === "string") return fault(plain);

  const reply = readPassiveReply(plain, {
    openid,
    originalId: settings.originalId,
  });
  if (typeof reply === "string") return fault(reply);
  return reply.kind === "transfer" ? ACCEPTED : { outcome: "replied", reply };
}

/** The reply inside its encrypted package (protocol 1.6), or a sentence on what is wrong with it. */
function openEnvelope(settings: Settings, root: XmlNode): XmlNode | string {
  const encrypted = textOf(root, "Encrypt");
  if (encrypted === undefined) {
    return settings.mode === "safe" ? "a reply must be encrypted in safe mode" : root;
  }
  if (settings.mode === "plain") return "an encrypted reply in plain mode";

  const signature = textOf(root, "MsgSignature") ?? "";
  const timestamp = textOf(root, "TimeStamp") ?? "";
  const nonce = textOf(root, "Nonce") ?? "";
  if (!isSignatureOf(signature, settings.token, timestamp, nonce, encrypted)) {
    return "MsgSignature does not fit";
  }
  return decrypted(settings, encrypted);
}

function decrypted(settings: Settings, encrypted: string): XmlNode | string {
  try {
    const { message, appId } = decrypt(settings.encodingAesKey, encrypted);
    if (appId !== settings.appId) return "encrypted for another appid";
    return readXml(message) ?? "the decrypted reply is not XML";
  } catch {
    return "the reply does not decrypt";
  }
}

function fault(reason: string): Answer {
  return { outcome: "fault", reason };
}
