import { createHash } from "node:crypto";
import type { Fields, FieldValue } from "./fields";

const MAX_LENGTH = 200;
const jobIds = new Set(["MsgID", "MsgId", "TemplateId", "publish_id"]);

/**
 * What two deliveries of one push have in common (protocol 3.1): `m:` and the MsgId, or for an
 * event `e:` and openid, CreateTime, Event and EventKey, with the job and template ids of
 * job-finish events, so that two jobs finished in one second stay two. A message without MsgId,
 * which the protocol does not know, is told apart by its whole content (`c:`).
 */
export function dedupeKeyOf(fields: Fields): string {
  if (field(fields, "MsgType").toLowerCase() === "event") {
    const parts = ["FromUserName", "CreateTime", "Event", "EventKey"].map((name) => field(fields, name));
    parts[2] = parts[2]?.toLowerCase() ?? "";
    return shortened("e:", [...parts, ...idsIn(fields)].join("|"));
  }
  const msgId = field(fields, "MsgId");
  return msgId ? shortened("m:", msgId) : `c:${digest(JSON.stringify(Object.entries(fields).sort()))}`;
}

function idsIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    typeof value === "string" ? (jobIds.has(name) ? [value] : []) : nested(value).flatMap(idsIn),
  );
}

function nested(value: Fields | FieldValue[]): Fields[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((item): item is Fields => typeof item === "object" && !Array.isArray(item));
}

function field(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : "";
  return typeof value === "string" ? value : "";
}

function shortened(prefix: string, key: string): string {
  return prefix + (key.length > MAX_LENGTH ? digest(key) : key);
}

function digest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
