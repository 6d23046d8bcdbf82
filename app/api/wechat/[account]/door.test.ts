import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, SECOND } from "@/lib/time/rules";
import { metricsText } from "@/lib/web/metrics";
import { aesKeyFrom, decrypt } from "@/lib/wechat/encryption";
import { MAX_PUSH_BYTES } from "@/lib/wechat/push";
import { signatureOf } from "@/lib/wechat/signature";
import { eventXml, messages, messageXml } from "@/lib/wechat/testing/samples";
import { a3, account, b2, b5, official } from "@/lib/wechat/testing/vectors";
import { xmlFields } from "@/lib/wechat/xml-fields";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { doorOf, signedQuery, textXml } from "./testing";

/** An account with the keys of the protocol's vectors, and its door. Each has a slug of its own, because the door remembers accounts. */
async function door(keys = account, safeModeOnly = false) {
  const slug = `door-${randomUUID().slice(0, 8)}`;
  await town({ ...keys, slug, safeModeOnly });
  return doorOf(slug, keys);
}

const stored = () => db.message.findMany({ orderBy: { seq: "asc" } });

const sealedBy = (vector: { timestamp: string; nonce: string; signature: string }, more: Record<string, string> = {}) =>
  new URLSearchParams({ encrypt_type: "aes", timestamp: vector.timestamp, nonce: vector.nonce, msg_signature: vector.signature, ...more });

describe("the handshake", () => {
  test("A1: exactly echostr", async () => {
    const a1 = { signature: "f464b24fc39322e44b38aa78f5edd27bd1441696", timestamp: "1714036504", nonce: "1514711492" };
    const { get } = await door(official);
    const answer = await get(new URLSearchParams({ ...a1, echostr: "4375120948345356249" }));
    expect([answer.status, await answer.text()]).toEqual([200, "4375120948345356249"]);
  });

  test("B5: an encrypted echostr comes back decrypted", async () => {
    const { get } = await door();
    expect(await (await get(sealedBy(b5, { echostr: b5.encrypted }))).text()).toBe(b5.message);
  });

  test("refused: no echostr, a wrong signature, a slug of nobody", async () => {
    const { get } = await door();
    const query = signedQuery(account.token, { echostr: "1" });
    expect((await get(signedQuery(account.token))).status).toBe(400);
    expect((await get(signedQuery("anotherToken", { echostr: "1" }))).status).toBe(401);
    expect((await get(query, "nobody")).status).toBe(404);
    expect((await get(query)).status).toBe(200);
  });
});

describe("an account in safe mode only", () => {
  test("takes sealed pushes and refuses a plain body under a signature that is right", async () => {
    const { plain, sealed } = await door(account, true);
    expect((await sealed(textXml("您好"))).status).toBe(200);
    expect((await plain(textXml("您好"))).status).toBe(401);
    expect(await stored()).toHaveLength(1);
  });
});

describe("a push", () => {
  test("in safe mode (B2): stored as decrypted, answered success", async () => {
    const { post } = await door();
    const body = `<xml><ToUserName><![CDATA[${account.originalId}]]></ToUserName><Encrypt><![CDATA[${b2.encrypted}]]></Encrypt></xml>`;
    const answer = await post(sealedBy(b2), body);
    expect([answer.status, await answer.text()]).toEqual([200, "success"]);
    expect(await stored()).toMatchObject([{ text: "您好，居住证怎么办理？", wechatMsgId: "24358000000000001", raw: b2.message }]);
    expect(await db.question.count()).toBe(1);
  });

  test("in JSON (A3)", async () => {
    const { post } = await door(official);
    const answer = await post(sealedBy(a3), JSON.stringify({ ToUserName: official.originalId, Encrypt: a3.encrypted }));
    expect(answer.status).toBe(200);
    expect(await stored()).toMatchObject([{ kind: "event", raw: a3.message, facts: { event: "debug_demo", debug_str: "hello world" } }]);
  });

  test("in plain and in compatible mode, where the plain fields beside it count for nothing", async () => {
    const { plain, sealed } = await door();
    expect((await plain(textXml("停水了"))).status).toBe(200);
    const outer = "<FromUserName>oForged</FromUserName><MsgType>text</MsgType><Content>转账</Content>";
    expect((await sealed(textXml("路灯不亮"), { outer })).status).toBe(200);
    expect((await stored()).map(({ text }) => text)).toEqual(["停水了", "路灯不亮"]);
    expect(await db.resident.findMany({ select: { openid: true } })).toEqual([{ openid: "oUser" }]);
  });

  test("again: one message, the same passive reply, sealed anew", async () => {
    const { sealed } = await door();
    const xml = textXml("您好", { msgId: "77" });
    const answers = [await sealed(xml), await sealed(xml), await sealed(xml)];
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(3);
    const opened = bodies.map((body) => {
      const { Encrypt, MsgSignature, TimeStamp, Nonce } = xmlFields(body) as Record<string, string>;
      expect(MsgSignature).toBe(signatureOf(account.token, TimeStamp ?? "", Nonce ?? "", Encrypt ?? ""));
      return xmlFields(decrypt({ encrypted: Encrypt ?? "", appId: account.appId, key: aesKeyFrom(account.encodingAesKey) }));
    });
    expect(new Set(opened.map(({ Content }) => Content)).size).toBe(1);
    expect(opened[0]).toMatchObject({ ToUserName: "oUser", FromUserName: account.originalId, MsgType: "text" });
    expect(opened[0]?.Content).toContain("自动回复");
    expect([(await stored()).length, await db.question.count()]).toEqual([1, 0]);
  });

  test("in plain mode the passive reply is plain", async () => {
    const { plain } = await door();
    expect(xmlFields(await (await plain(textXml("您好"))).text()).Content).toContain("自动回复");
  });

  test.each(Object.entries(messages))("a %s is stored with its raw form", async (kind, own) => {
    const { sealed } = await door();
    const xml = messageXml(kind, own);
    expect(await (await sealed(xml)).text()).toBe("success");
    expect(await stored()).toMatchObject([{ kind, raw: xml, direction: "inbound" }]);
  });

  test.each(EVENTS())("the event %s is stored with its raw form and opens nothing", async (event, own) => {
    const { sealed } = await door();
    const xml = eventXml(event, own);
    expect((await sealed(xml)).status).toBe(200);
    expect(await stored()).toMatchObject([{ kind: "event", nature: "event", text: event, raw: xml, facts: { event } }]);
    expect(await db.question.count()).toBe(0);
  });

  test("of a type that nobody knows is stored all the same, and a person sees it", async () => {
    const { plain } = await door();
    const xml = messageXml("hologram", "<Beam>1</Beam><MsgId>5</MsgId>");
    expect(await (await plain(xml)).text()).toBe("success");
    expect(await stored()).toMatchObject([{ kind: "unknown", raw: xml, facts: { Beam: "1" } }]);
    expect(await db.question.count()).toBe(1);
  });
});

describe("refused, counted, nothing stored", () => {
  const refusals = (reason: string) => Number(new RegExp(`refused_total\\{reason="${reason}"\\} (\\d+)`).exec(metricsText([]))?.[1] ?? 0);
  type Door = Awaited<ReturnType<typeof door>>;

  test.each<[string, string, number, (door: Door) => Promise<Response>]>([
    ["a wrong signature", "badSignature", 401, ({ post }) => post(signedQuery("anotherToken"), textXml("停水了"))],
    ["no signature", "badSignature", 401, ({ post }) => post(new URLSearchParams(), textXml("停水了"))],
    [
      "another message under a signature",
      "badSignature",
      401,
      ({ post }) => post(sealedBy(b2), textXml("").replace("</xml>", "<Encrypt>AAAA</Encrypt></xml>")),
    ],
    ["sealed for another app", "wrongAppId", 403, ({ sealed }) => sealed(textXml("停水了"), { appId: "wxanother" })],
    ["for another account", "wrongAccount", 403, ({ plain }) => plain(textXml("停水了", { to: "gh_another" }))],
    ["no XML", "malformed", 400, ({ plain }) => plain("停水了")],
    ["half an XML", "malformed", 400, ({ plain }) => plain(textXml("停水了").slice(0, -9))],
    ["no sender", "malformed", 400, ({ plain }) => plain(textXml("停水了").replace(/<FromUserName>.*<\/FromUserName>/, ""))],
    ["an empty body", "malformed", 400, ({ plain }) => plain("")],
    [
      "an external entity",
      "malformed",
      400,
      ({ plain }) => plain(`<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]>${textXml("&x;")}`),
    ],
    ["too large", "tooLarge", 413, ({ plain }) => plain(textXml("水".repeat(MAX_PUSH_BYTES / 3)))],
    ["too large, without saying so", "tooLarge", 413, ({ post }) => post(signedQuery(account.token), endless())],
    ["an account of nobody", "unknownAccount", 404, ({ post }) => post(signedQuery(account.token), textXml("停水了"), "nobody")],
  ])("%s: %s, %i", async (_, reason, status, knock) => {
    const before = refusals(reason);
    const answer = await knock(await door());
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toBe("success");
    expect(refusals(reason)).toBe(before + 1);
    expect([await db.message.count(), await db.resident.count()]).toEqual([0, 0]);
  });

  /** A stream that never ends by itself: whoever reads it all waits for ever. */
  function endless(): ReadableStream {
    const chunk = new TextEncoder().encode("水".repeat(20_000));
    return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
  }
});

describe("what a push tells beside its words", () => {
  test("a clock that differs by more than a minute alarms once, and the message is in", async () => {
    const { plain } = await door();
    const createTime = Math.floor(Date.now() / 1_000) - 300;
    const xml = textXml("停水了", { createTime });
    for (const push of [xml, xml, textXml("还没水", { createTime })]) expect((await plain(push)).status).toBe(200);
    expect(await stored()).toHaveLength(2);
    expect(await db.event.count({ where: { type: "account.clockSkewed" } })).toBe(1);
    expect((await db.officialAccount.findFirstOrThrow()).skewSeconds).toBeLessThanOrEqual(-300);
  });

  test("a clock that agrees alarms nobody", async () => {
    const { plain } = await door();
    await plain(textXml("停水了"));
    expect(await db.event.count({ where: { type: "account.clockSkewed" } })).toBe(0);
  });

  test("a greeting that WeChat repeats after five seconds never got its prompt: a person has to look", async () => {
    const { plain } = await door();
    const xml = textXml("您好");
    await plain(xml);
    await plain(xml);
    expect(await db.question.count()).toBe(0);
    const [greeting] = await stored();
    await db.message.updateMany({ data: { receivedAt: after(greeting?.receivedAt ?? new Date(), -5 * SECOND) } });
    const answer = await plain(xml);
    expect(await answer.text()).toContain("自动回复");
    await plain(xml);
    expect(await db.question.findMany()).toMatchObject([{ openedAt: greeting?.at, collecting: true }]);
    expect(await stored()).toMatchObject([{ nature: "content" }]);
  });
});

/** Every event of protocol section 2.2, one of a coming kind, and their own fields. */
function EVENTS(): [string, string][] {
  const key = "<EventKey><![CDATA[6]]></EventKey>";
  return [
    ["subscribe", "<EventKey><![CDATA[]]></EventKey>"],
    ["subscribe", "<EventKey><![CDATA[qrscene_123123]]></EventKey><Ticket><![CDATA[T]]></Ticket>"],
    ["unsubscribe", "<EventKey><![CDATA[]]></EventKey>"],
    ["SCAN", `${key}<Ticket><![CDATA[T]]></Ticket>`],
    ["LOCATION", "<Latitude>23.137466</Latitude><Longitude>113.352425</Longitude><Precision>119.385040</Precision>"],
    ["CLICK", key],
    ["VIEW", `${key}<MenuId>404052</MenuId>`],
    ["view_miniprogram", `${key}<MenuId>404052</MenuId>`],
    ["scancode_push", `${key}<ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>2</ScanResult></ScanCodeInfo>`],
    ["scancode_waitmsg", `${key}<ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>2</ScanResult></ScanCodeInfo>`],
    ["pic_sysphoto", `${key}<SendPicsInfo><Count>1</Count><PicList><item><PicMd5Sum>1b5f</PicMd5Sum></item></PicList></SendPicsInfo>`],
    ["pic_photo_or_album", key],
    ["pic_weixin", key],
    ["location_select", `${key}<SendLocationInfo><Location_X>23</Location_X><Poiname></Poiname></SendLocationInfo>`],
    ["TEMPLATESENDJOBFINISH", "<MsgID>200163836</MsgID><Status><![CDATA[success]]></Status>"],
    ["MASSSENDJOBFINISH", "<MsgID>1000001625</MsgID><Status><![CDATA[err(30003)]]></Status>"],
    ["PUBLISHJOBFINISH", "<PublishEventInfo><publish_id>1</publish_id></PublishEventInfo>"],
    ["subscribe_msg_popup_event", "<SubscribeMsgPopupEvent><List><TemplateId>T1</TemplateId></List></SubscribeMsgPopupEvent>"],
    ["subscribe_msg_change_event", "<SubscribeMsgChangeEvent><List><TemplateId>T1</TemplateId></List></SubscribeMsgChangeEvent>"],
    ["subscribe_msg_sent_event", "<SubscribeMsgSentEvent><List><MsgID>1700827132819554304</MsgID></List></SubscribeMsgSentEvent>"],
    ["kf_create_session", "<KfAccount>a@gh</KfAccount>"],
    ["kf_close_session", "<KfAccount>a@gh</KfAccount>"],
    ["kf_switch_session", "<FromKfAccount>a@gh</FromKfAccount><ToKfAccount>b@gh</ToKfAccount>"],
    ["user_info_modified", "<OpenID>oUser</OpenID><AppID>wx</AppID>"],
    ["user_authorization_revoke", "<OpenID>oUser</OpenID><AppID>wx</AppID><RevokeInfo>205</RevokeInfo>"],
    ["user_authorization_cancellation", "<OpenID>oUser</OpenID><AppID>wx</AppID>"],
    ["qualification_verify_success", "<ExpiredTime>1442401156</ExpiredTime>"],
    ["qualification_verify_fail", "<FailTime>1442401122</FailTime><FailReason>by time</FailReason>"],
    ["naming_verify_success", "<ExpiredTime>1442401093</ExpiredTime>"],
    ["naming_verify_fail", "<FailTime>1442401061</FailTime><FailReason>by time</FailReason>"],
    ["annual_renew", "<ExpiredTime>1442401004</ExpiredTime>"],
    ["verify_expired", "<ExpiredTime>1442400900</ExpiredTime>"],
    ["poi_check_notify", "<UniqId>1</UniqId>"],
    ["of_a_coming_kind", ""],
  ];
}
