import { expect, test } from "vitest";
import { inboundMessage } from "./inbound-message";
import { messages, messageXml } from "./testing/samples";
import { xmlFields } from "./xml-fields";

const malformed = expect.objectContaining({
  code: "malformed",
  httpStatus: 400,
});
const read = (kind: string, own: string) => inboundMessage(xmlFields(messageXml(kind, own)));

test("a text is read in full", () => {
  expect(read("text", messages.text)).toEqual({
    toUserName: "gh_0123456789ab",
    fromUserName: "oUser",
    createTime: 1348831860,
    kind: "text",
    msgType: "text",
    msgId: "1234567890123456",
    event: null,
    eventKey: null,
    text: "满意",
    facts: { bizmsgmenuid: "101" },
    dedupeKey: "m:1234567890123456",
  });
});

test.each([
  ["image", "", { PicUrl: "http://mmbiz.qpic.cn/a", MediaId: "m" }],
  ["voice", "停水了", { MediaId: "m", Format: "amr", MediaId16K: "m16" }],
  ["video", "", { MediaId: "m", ThumbMediaId: "t" }],
  ["shortvideo", "", { MediaId: "m", ThumbMediaId: "t" }],
  ["location", "位置信息", { Location_X: "23.134521", Location_Y: "113.358803", Scale: "20" }],
  ["link", "标题", { Description: "描述", Url: "url" }],
  ["file", "证明.pdf", { Description: "", FileKey: "k", FileMd5: "d", FileTotalLen: "12345" }],
] as const)("%s: text and facts", (kind, text, facts) => {
  expect(read(kind, messages[kind])).toMatchObject({
    kind,
    msgType: kind,
    msgId: "1",
    event: null,
    text,
  });
  expect(read(kind, messages[kind]).facts).toEqual(facts);
});

test("a voice without speech recognition has no text", () => {
  expect(read("voice", "<MediaId>m</MediaId><MsgId>1</MsgId>").text).toBe("");
  expect(read("voice", "<MediaId>m</MediaId><Recognition/><MsgId>1</MsgId>").text).toBe("");
});

test("a kind that the protocol does not know is kept with its fields", () => {
  expect(read("hologram", "<Beam>1</Beam><MsgId>9</MsgId>")).toMatchObject({
    kind: "unknown",
    msgType: "hologram",
    msgId: "9",
    text: "",
    facts: { Beam: "1" },
  });
  expect(read("constructor", "<MsgId>9</MsgId>").kind).toBe("unknown");
});

test("where a message came from an article is kept", () => {
  expect(read("text", "<Content>a</Content><MsgId>1</MsgId><MsgDataId>2247</MsgDataId><Idx>1</Idx>").facts).toEqual({
    MsgDataId: "2247",
    Idx: "1",
  });
});

test("Content stays to the character", () => {
  for (const text of ["007", "1e5", "true", "  两端 ", "一\n二\n三", "👮‍♀️😀", "a]]]]><![CDATA[>b", "\t", "[微笑]/:rose"]) {
    const said = text.replace("]]><![CDATA[", "");
    expect(read("text", `<Content><![CDATA[${text}]]></Content><MsgId>1</MsgId>`).text).toBe(said);
  }
});

test("a 64-bit MsgId keeps every digit", () => {
  const message = read("text", "<Content>a</Content><MsgId>9223372036854775807</MsgId>");
  expect([message.msgId, message.dedupeKey]).toEqual(["9223372036854775807", "m:9223372036854775807"]);
});

test("NUL and half surrogate pairs, which PostgreSQL refuses, do not get through", () => {
  const sent = {
    ToUserName: "gh",
    FromUserName: "o",
    CreateTime: "1",
    MsgType: "text",
    MsgId: "1",
  };
  const message = inboundMessage({
    ...sent,
    Content: "a\0b\uD800",
    Deep: { "k\0": ["\0x"] },
  });
  expect(message.text).toBe("ab\uFFFD");
  expect(message.facts).toEqual({ Deep: { k: ["x"] } });
});

test("a push without one of the common fields is malformed, and so is a repeated one", () => {
  const common = ["ToUserName", "FromUserName", "CreateTime", "MsgType"];
  const fields = Object.fromEntries(common.map((name) => [name, "1"]));
  expect(inboundMessage(fields).kind).toBe("unknown");
  for (const name of common) {
    const { [name]: _, ...others } = fields;
    expect(() => inboundMessage(others)).toThrow(malformed);
    expect(() => inboundMessage({ ...fields, [name]: "" })).toThrow(malformed);
    expect(() => inboundMessage({ ...fields, [name]: ["1", "2"] })).toThrow(malformed);
  }
  expect(() => inboundMessage({ ...fields, MsgType: "event" })).toThrow(malformed);
  for (const CreateTime of ["-1", "1.5", "1e5", "abc", "123456789012"]) {
    expect(() => inboundMessage({ ...fields, CreateTime })).toThrow(malformed);
  }
});
