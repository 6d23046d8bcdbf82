import { dedupeKeyOf } from "./dedupe-key";
import { type Fields, type FieldValue, requiredText, textOf } from "./fields";
import { PushRefused } from "./push-refused";

const textField = {
  text: "Content",
  image: null,
  voice: "Recognition",
  video: null,
  shortvideo: null,
  location: "Label",
  link: "Title",
  file: "Title",
  event: null,
  unknown: null,
} as const;

type InboundKind = keyof typeof textField;

/** One message or event of protocol 2. No text in it holds a NUL or half a surrogate pair: PostgreSQL takes it whole. */
export type InboundMessage = {
  toUserName: string;
  /** The resident's openid. */
  fromUserName: string;
  /** Unix seconds, by WeChat's clock. */
  createTime: number;
  kind: InboundKind;
  /** As sent. */
  msgType: string;
  /** A 64-bit integer in decimal; events have none. */
  msgId: string | null;
  /** As sent; compare it without regard to case. */
  event: string | null;
  /** Empty when the element was empty, `null` when there was none. */
  eventKey: string | null;
  /** Content, Recognition, Label or Title, by kind; to the character as `xmlFields` or `jsonFields` read it, "" when there is none. */
  text: string;
  /** Every other field by WeChat's name, its texts as sent; `List` and `item` are lists. */
  facts: Fields;
  /** The same for every delivery of one push; unique within an account. */
  dedupeKey: string;
};

/** Reads the fields of a verified push (protocol 2). Throws `PushRefused("malformed")` when a common field is missing. */
export function inboundMessage(sent: Fields): InboundMessage {
  const fields = cleanFields(sent);
  const msgType = requiredText(fields, "MsgType");
  const kind = kindOf(msgType);
  const text = textField[kind];
  const isEvent = kind === "event";

  return {
    toUserName: requiredText(fields, "ToUserName"),
    fromUserName: requiredText(fields, "FromUserName"),
    createTime: createTimeOf(fields),
    kind,
    msgType,
    msgId: isEvent ? null : textOf(fields, "MsgId") || null,
    event: isEvent ? requiredText(fields, "Event") : null,
    eventKey: isEvent ? textOf(fields, "EventKey") : null,
    text: text ? (textOf(fields, text) ?? "") : "",
    facts: factsOf(fields, kind),
    dedupeKey: dedupeKeyOf(fields),
  };
}

function kindOf(msgType: string): InboundKind {
  const name = msgType.toLowerCase();
  return Object.hasOwn(textField, name) ? (name as InboundKind) : "unknown";
}

function createTimeOf(fields: Fields): number {
  const digits = requiredText(fields, "CreateTime");
  if (!/^\d{1,11}$/.test(digits)) throw new PushRefused("malformed", "CreateTime is not unix seconds");
  return Number(digits);
}

function factsOf(fields: Fields, kind: InboundKind): Fields {
  const own = kind === "event" ? ["Event", "EventKey"] : ["MsgId"];
  const elsewhere = new Set([...own, "ToUserName", "FromUserName", "CreateTime", "MsgType", textField[kind]]);
  const event = kind === "event" ? (textOf(fields, "Event")?.toLowerCase() ?? "") : "";
  const facts = Object.entries(fields).filter(([name]) => !elsewhere.has(name));
  return Object.fromEntries(facts.map(([name, value]) => [currentName(name, event), blankAsEmpty(value)]));
}

/** The documentation spells these two in two ways (protocol 2.2). */
function currentName(name: string, event: string): string {
  if (name === "MenuID") return "MenuId";
  const isChange = event === "subscribe_msg_change_event" && name === "SubscribeMsgPopupEvent";
  return isChange ? "SubscribeMsgChangeEvent" : name;
}

/** `ResultList` without an item arrives as white space (protocol 7.5). */
function blankAsEmpty(value: FieldValue): FieldValue {
  if (typeof value === "string") return value.trim() === "" ? "" : value;
  if (Array.isArray(value)) return value.map(blankAsEmpty);
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, blankAsEmpty(child)]));
}

function cleanFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [cleanText(name), clean(value)]));
}

function clean(value: FieldValue): FieldValue {
  if (typeof value === "string") return cleanText(value);
  return Array.isArray(value) ? value.map(clean) : cleanFields(value);
}

function cleanText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
