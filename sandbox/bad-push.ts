import { randomInt } from "node:crypto";
import { z } from "zod";
import { unixSeconds } from "./clock";
import { type Envelope, type Forgery, seal } from "./envelope";
import { writeJournal } from "./journal";
import type { Platform } from "./platform";
import type { Settings } from "./settings";
import { postToWebhook } from "./webhook-connection";
import { writeXml } from "./xml";

export const badPushSchema = z.object({
  kind: z.enum(["wrong-signature", "wrong-appid", "old-timestamp", "tampered", "oversize", "xxe", "malformed"]),
  openid: z.string().default("oForgedPush00000000000000000"),
});

export type BadPush = z.output<typeof badPushSchema>;

const OVERSIZE_CHARACTERS = 4_000_000;
const OLD_SECONDS = 3600;

/** In plain mode nothing covers the body, so these two cannot be told from a good push. */
export const NEEDS_ENCRYPTION = ["wrong-appid", "tampered"];

/** Sends one push that a careful webhook refuses; nothing appears on a phone, nothing is retried. */
export async function sendBadPush(platform: Platform, { kind, openid }: BadPush) {
  const { settings, journal } = platform;
  const envelope = forge(settings, kind, openid);
  const exchange = await postToWebhook(settings.webhookUrl, envelope, settings.pushTimeoutMs);
  const { status, body, problem } = exchange;
  writeJournal(journal, { type: "bad-push", status, answer: body, outcome: problem ?? kind });
  return { kind, status, body, problem };
}

function forge(settings: Settings, kind: BadPush["kind"], openid: string): Envelope {
  const content = kind === "oversize" ? "大".repeat(OVERSIZE_CHARACTERS) : `坏推送 ${kind}`;
  const xml = kind === "xxe" ? withEntity(settings, openid) : textMessage(settings, openid, content);
  const envelope = seal(settings, xml, openid, forgeryOf(settings, kind));
  if (kind !== "malformed") return envelope;
  return {
    ...envelope,
    body: envelope.body.slice(0, Math.floor(envelope.body.length / 2)),
  };
}

function forgeryOf(settings: Settings, kind: BadPush["kind"]): Forgery {
  if (kind === "wrong-signature") return { token: `${settings.token.slice(0, 31)}x` };
  if (kind === "wrong-appid") return { appId: "wxanotheraccount" };
  if (kind === "old-timestamp") return { timestamp: unixSeconds() - OLD_SECONDS };
  if (kind === "tampered") return { damage: changeOneCharacter };
  return {};
}

function textMessage(settings: Settings, openid: string, content: string): string {
  return writeXml({
    ToUserName: settings.originalId,
    FromUserName: openid,
    CreateTime: unixSeconds(),
    MsgType: "text",
    Content: content,
    MsgId: BigInt(unixSeconds()) * 1_000_000_000n + BigInt(randomInt(1_000_000_000)),
  });
}

/** A document type that asks the parser to read a file of the server into the text. */
function withEntity(settings: Settings, openid: string): string {
  const declared = '<!DOCTYPE xml [<!ENTITY leak SYSTEM "file:///etc/passwd">]>';
  const xml = textMessage(settings, openid, "LEAK").replace("<![CDATA[LEAK]]>", "&leak;");
  return declared + xml;
}

function changeOneCharacter(encrypted: string): string {
  const middle = Math.floor(encrypted.length / 2);
  const other = encrypted[middle] === "A" ? "B" : "A";
  return encrypted.slice(0, middle) + other + encrypted.slice(middle + 1);
}
