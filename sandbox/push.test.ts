import { describe, expect, test } from "vitest";
import { FAULT_LINE } from "./resident-actions";
import { ACCOUNT, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";
import { readXml, textOf } from "./xml";

const REPLY = `<xml><ToUserName><![CDATA[${MEIHUA}]]></ToUserName><FromUserName><![CDATA[${ACCOUNT.originalId}]]></FromUserName><CreateTime>1700000001000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[已收到]]></Content></xml>`;

function fieldOf(body: string, name: string) {
  return textOf(readXml(body) ?? undefined, name);
}

describe("one message", () => {
  test("carries its fields, emoji and a CDATA end", async () => {
    const webhook = await serveWebhook(() => "success");
    const platform = await playPlatform(webhook.url);
    const text = "水停了😭 ]]> <b>&amp;";
    const sent = await platform.write({ text });

    expect(sent).toMatchObject({ outcome: "accepted", deliveries: [{ status: 200 }] });
    const [push] = webhook.received;
    expect(push?.content).toBe(text);
    expect(push?.body).toContain(`<MsgId>${sent.msgId}</MsgId>`);
    expect(push?.body).toContain(`<CreateTime>${sent.createTime}</CreateTime>`);
    expect(push?.url.searchParams.get("openid")).toBe(MEIHUA);
    expect(await platform.chat()).toMatchObject([{ from: "resident", text, via: "push" }]);
  });

  test("success and an empty body show nothing; a reply is shown", async () => {
    const webhook = await serveWebhook(({ content }) => ({ 一: "success", 二: "" })[content ?? ""] ?? REPLY);
    const platform = await playPlatform(webhook.url);
    for (const text of ["一", "二", "三"]) await platform.write({ text });
    expect(await platform.chat()).toMatchObject([
      { text: "一" },
      { text: "二" },
      { text: "三" },
      { from: "account", text: "已收到", via: "passive" },
    ]);
  });

  test.each([
    ["JSON", '{"ok":true}'],
    ["HTML", "<html><body>hello</body></html>"],
    ["an empty Content", REPLY.replace("已收到", "")],
    ["a reply to somebody else", REPLY.replace(MEIHUA, "oSomebodyElse")],
    ["a failure", 500],
    ["a refusal", 403],
  ])("%s brings the fault line, without a retry", async (_name, answer) => {
    const webhook = await serveWebhook(() => answer);
    const platform = await playPlatform(webhook.url);
    expect(await platform.write({ text: "在吗" })).toMatchObject({ outcome: "fault" });
    expect(webhook.received).toHaveLength(1);
    expect((await platform.chat()).at(-1)).toMatchObject({ from: "system", text: FAULT_LINE });
  });

  test("error answers are repeated where the settings say so", async () => {
    const webhook = await serveWebhook((_push, count) => (count < 3 ? 503 : "success"));
    const platform = await playPlatform(webhook.url, { retryErrorAnswers: true, pushTimeoutMs: 400 });
    expect(await platform.write({ text: "在吗" })).toMatchObject({ outcome: "accepted" });
    expect(webhook.received).toHaveLength(3);
  });
});

describe("no answer in time", () => {
  test("three deliveries of the same MsgId and CreateTime, then the fault line", async () => {
    const webhook = await serveWebhook(() => null);
    const platform = await playPlatform(webhook.url, { pushTimeoutMs: 400 });
    const { outcome, reason, msgId } = await platform.write({ text: "有人吗" });

    expect({ outcome, reason }).toEqual({ outcome: "fault", reason: "timeout" });
    expect(webhook.received.map(({ body }) => fieldOf(body, "MsgId"))).toEqual([msgId, msgId, msgId]);
    expect(new Set(webhook.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(webhook.received.map(({ url }) => url.searchParams.get("nonce"))).size).toBe(3);
    expect((await platform.chat()).at(-1)).toMatchObject({ text: FAULT_LINE });
  });

  test("the second delivery may be the one that is answered", async () => {
    const webhook = await serveWebhook((_push, count) => (count === 1 ? null : REPLY));
    const platform = await playPlatform(webhook.url, { pushTimeoutMs: 400 });
    expect(await platform.write({ text: "有人吗" })).toMatchObject({ outcome: "replied" });
    expect((await platform.chat()).filter(({ from }: { from: string }) => from === "account")).toHaveLength(1);
  });

  test("nobody listens: the tries go on, and a webhook that comes up is reached", async () => {
    const webhook = await serveWebhook(() => "success");
    const platform = await playPlatform("http://127.0.0.1:9/wechat", { pushTimeoutMs: 400 });
    const sending = platform.write({ text: "有人吗" });
    await platform.control("POST", "settings", { webhookUrl: webhook.url });
    expect(await sending).toMatchObject({ outcome: "accepted" });
  });

  test("silent events show nothing on the phone", async () => {
    const webhook = await serveWebhook(() => 500);
    const platform = await playPlatform(webhook.url);
    await platform.cause({ event: "VIEW", eventKey: "https://example.org", fields: { MenuId: 1 } });
    await platform.cause({ event: "LOCATION", latitude: 39.2, longitude: 118.4, precision: 65 });
    await platform.cause({ event: "unsubscribe" });
    expect(await platform.chat()).toEqual([]);
    await platform.cause({ event: "CLICK", eventKey: "ASK" });
    expect(await platform.chat()).toMatchObject([{ text: FAULT_LINE }]);
  });
});

describe("what else may be pushed", () => {
  test.each([
    ["image", ["PicUrl", "MediaId"]],
    ["voice", ["MediaId", "Format", "MediaId16K"]],
    ["video", ["MediaId", "ThumbMediaId"]],
    ["shortvideo", ["MediaId", "ThumbMediaId"]],
    ["location", ["Location_X", "Location_Y", "Scale", "Label"]],
    ["link", ["Title", "Description", "Url"]],
    ["file", ["Title", "Description", "FileKey", "FileMd5", "FileTotalLen"]],
  ])("%s", async (kind, fields) => {
    const webhook = await serveWebhook(() => "success");
    const platform = await playPlatform(webhook.url);
    await platform.write({ kind });
    const body = webhook.received[0]?.body ?? "";
    expect(fieldOf(body, "MsgType")).toBe(kind);
    for (const field of fields) expect(fieldOf(body, field)).toBeDefined();
  });

  test("a sticker arrives as the client's own sentence", async () => {
    const webhook = await serveWebhook(() => "success");
    const platform = await playPlatform(webhook.url);
    await platform.write({ kind: "unsupported" });
    expect(webhook.received[0]?.content).toBe("【收到不支持的消息类型，暂无法显示】");
  });

  test("events: a follow by QR code, a menu click, and nested fields", async () => {
    const webhook = await serveWebhook(() => "success");
    const platform = await playPlatform(webhook.url);
    await platform.cause({ event: "subscribe", eventKey: "qrscene_12", ticket: "T" });
    await platform.control("POST", `residents/${MEIHUA}/menu`, { key: "ASK" });
    const scan = { ScanType: "qrcode", ScanResult: "2" };
    await platform.cause({ event: "scancode_waitmsg", eventKey: "6", fields: { ScanCodeInfo: scan } });

    const bodies = webhook.received.map(({ body }) => body);
    expect(bodies[0]).toContain("<EventKey><![CDATA[qrscene_12]]></EventKey><Ticket><![CDATA[T]]></Ticket>");
    expect(bodies[1]).toContain("<Event><![CDATA[CLICK]]></Event><EventKey><![CDATA[ASK]]></EventKey>");
    expect(bodies[2]).toContain("<ScanCodeInfo><ScanType><![CDATA[qrcode]]></ScanType>");
    for (const body of bodies) expect(body).not.toContain("MsgId");
  });
});

const EVENTS: [string, string][] = [
  ["LOCATION", "<Precision>40<"],
  ["scancode_push", "<ScanType><![CDATA[qrcode]]><"],
  ["pic_weixin", "<PicList><item><PicMd5Sum>"],
  ["location_select", "<Poiname><![CDATA[]]><"],
  ["TEMPLATESENDJOBFINISH", "<MsgID>200163836<"],
  ["MASSSENDJOBFINISH", "<ResultList><![CDATA[ ]]></ResultList>"],
  ["PUBLISHJOBFINISH", "<publish_status>0<"],
  ["subscribe_msg_change_event", "<![CDATA[reject]]>"],
  ["kf_switch_session", "<ToKfAccount><![CDATA[other_desk@gh_jidatest]]>"],
  ["user_authorization_revoke", "<RevokeInfo><![CDATA[205]]>"],
  ["naming_verify_fail", "<FailReason>"],
  ["verify_expired", "<ExpiredTime>1999999999<"],
  ["debug_demo", "<debug_str><![CDATA[hello world]]>"],
];

test("an event that is caused by its name alone carries what such events carry; a message takes unknown elements", async () => {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  for (const [event, part] of EVENTS) {
    await platform.cause({ event });
    expect(webhook.received.at(-1)?.body).toContain(part);
  }
  await platform.write({ text: "一", fields: { MsgDataId: 12, Idx: 1, Strange: { Deep: "x" } } });
  expect(webhook.received.at(-1)?.body).toContain("<MsgDataId>12</MsgDataId><Idx>1</Idx><Strange><Deep><![CDATA[x]]></Deep></Strange>");
});
