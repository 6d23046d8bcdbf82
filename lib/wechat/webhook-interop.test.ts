import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { aesKeyFrom, decrypt, encrypt } from "./encryption";
import { articleReply, pictureReply, sealReply, textReply } from "./passive-reply";
import { readPush } from "./push";
import { signatureOf } from "./signature";
import { messages, messageXml } from "./testing/samples";
import { account } from "./testing/vectors";
import { xmlFields } from "./xml-fields";

type Context = {
  query: Record<string, string>;
  method: string;
  request: { body: string };
  body?: string;
  status?: number;
};
type Handler = (message: Record<string, string>) => Promise<unknown>;
type Webhook = {
  middleware(handler: Handler): (context: Context, next: () => Promise<void>) => Promise<void>;
};
type Cryptor = {
  encrypt(text: string): string;
  decrypt(text: string): { message: string; id: string };
  getSignature(timestamp: string, nonce: string, encrypted: string): string;
};

const require = createRequire(import.meta.url);
const coWechat: (config: { token: string; appid: string; encodingAESKey: string }) => Webhook = require("co-wechat");
const WxBizMsgCrypt: new (token: string, key: string, id: string) => Cryptor = createRequire(require.resolve("co-wechat"))("wechat-crypto");

const [timestamp, nonce] = ["1700000000", "1234567890"];
const webhook = coWechat({
  token: account.token,
  appid: account.appId,
  encodingAESKey: account.encodingAesKey,
});
const cryptor = new WxBizMsgCrypt(account.token, account.encodingAesKey, account.appId);
const key = aesKeyFrom(account.encodingAesKey);

test("co-wechat opens what we seal, and we open its answer", async () => {
  const encrypted = encrypt({
    message: messageXml("text", messages.text),
    appId: account.appId,
    key,
  });
  const query = {
    encrypt_type: "aes",
    timestamp,
    nonce,
    msg_signature: signatureOf(account.token, timestamp, nonce, encrypted),
  };
  const context: Context = {
    query,
    method: "POST",
    request: { body: `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>` },
  };
  await webhook.middleware(async (message) => `收到：${message.Content}`)(context, async () => undefined);

  const envelope = xmlFields(context.body ?? "") as Record<string, string>;
  const { Encrypt = "", TimeStamp = "", Nonce = "" } = envelope;
  expect(signatureOf(account.token, TimeStamp, Nonce, Encrypt)).toBe(envelope.MsgSignature);
  expect(xmlFields(decrypt({ encrypted: Encrypt, appId: account.appId, key }))).toMatchObject({
    ToUserName: "oUser",
    Content: "收到：满意",
  });
});

test("co-wechat takes our plain signature", async () => {
  const query = {
    timestamp,
    nonce,
    signature: signatureOf(account.token, timestamp, nonce),
  };
  const context: Context = {
    query,
    method: "POST",
    request: { body: messageXml("text", messages.text) },
  };
  await webhook.middleware(async (message) => `收到：${message.Content}`)(context, async () => undefined);
  expect(xmlFields(context.body ?? "").Content).toBe("收到：满意");
});

test("we read what wechat-crypto seals, and it opens our sealed reply", () => {
  const message = messageXml("text", messages.text);
  const encrypted = cryptor.encrypt(message);
  const msg_signature = cryptor.getSignature(timestamp, nonce, encrypted);
  const query = new URLSearchParams({
    encrypt_type: "aes",
    timestamp,
    nonce,
    msg_signature,
  });
  const push = readPush({
    query,
    body: `<xml><ToUserName>${account.originalId}</ToUserName><Encrypt>${encrypted}</Encrypt></xml>`,
    account,
  });
  expect(push).toMatchObject({
    mode: "safe",
    raw: message,
    message: { text: "满意" },
  });

  const sealed = xmlFields(sealReply({ xml: "<xml>答</xml>", account, timestamp: 1700000001, nonce })) as Record<string, string>;
  const { Encrypt = "" } = sealed;
  expect(cryptor.decrypt(Encrypt)).toEqual({
    message: "<xml>答</xml>",
    id: account.appId,
  });
  expect(cryptor.getSignature("1700000001", nonce, Encrypt)).toBe(sealed.MsgSignature);
});

const parties = { to: "oUser", from: account.originalId, createTime: 1700000001 };

test.each([
  ["a text", textReply({ ...parties, text: "晴 & <多云>\n第二行" }), "晴 & <多云>\n第二行"],
  [
    "an article",
    articleReply({
      ...parties,
      title: "要闻 & 通知",
      description: "第一行\n第二行",
      pictureUrl: "https://a.cn/1.png",
      url: "https://a.cn/?a=1&b=2",
    }),
    [{ title: "要闻 & 通知", description: "第一行\n第二行", picurl: "https://a.cn/1.png", url: "https://a.cn/?a=1&b=2" }],
  ],
  ["a picture", pictureReply({ ...parties, mediaId: "media_1" }), { type: "image", content: { mediaId: "media_1" } }],
])("%s of ours says what co-wechat's says", async (_, ours, theirs) => {
  const query = { timestamp, nonce, signature: signatureOf(account.token, timestamp, nonce) };
  const context: Context = { query, method: "POST", request: { body: messageXml("text", messages.text) } };
  await webhook.middleware(async () => theirs)(context, async () => undefined);
  const [own, other] = [ours, context.body ?? ""].map((xml) => ({ ...xmlFields(xml), CreateTime: "" }));
  expect(own).toEqual(other);
});
