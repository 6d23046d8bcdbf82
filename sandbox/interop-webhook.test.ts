import { createRequire } from "node:module";
import * as wecom from "@wecom/crypto";
import { expect, test } from "vitest";
import { FAULT_LINE } from "./resident-actions";
import { ACCOUNT, playPlatform, serve, serveWebhook } from "./test-webhook";
import { readXml, textOf, writeXml } from "./xml";

type Message = Record<string, string>;
type Flaw = { TimeStamp?: number; id?: string; plain?: boolean };
type Context = Record<string, unknown> & { status: number; body: string };
type CoWechat = (config: object) => {
  middleware: (reply: (message: Message) => Promise<unknown>) => (context: Context) => Promise<void>;
};

const coWechat: CoWechat = createRequire(import.meta.url)("co-wechat");
const { appId: appid, token, encodingAesKey } = ACCOUNT;
const ENCRYPTED = { token, appid, encodingAESKey: encodingAesKey };

/** A webhook made of somebody else's library, with the little of Koa that it needs. */
function serveCoWechat(config: object, reply: (message: Message) => unknown) {
  const middleware = coWechat(config).middleware(async (message) => reply(message));
  return serve(async (request, response) => {
    const address = new URL(request.url ?? "/", "http://127.0.0.1");
    const query = Object.fromEntries(address.searchParams);
    const length = request.headers["content-length"];
    const context = { req: request, request: { length }, method: request.method, query };
    const answered: Context = { ...context, status: 200, body: "" };
    await middleware(answered);
    response.writeHead(answered.status).end(answered.body);
  });
}

test.each([
  ["plain", { token }],
  ["compatible", ENCRYPTED],
  ["safe", ENCRYPTED],
] as const)("co-wechat reads our pushes and answers in %s mode", async (mode, config) => {
  const seen: Message[] = [];
  const url = await serveCoWechat(config, (message) => {
    seen.push(message);
    return message.MsgType === "event" ? "" : `收到：${message.Content}`;
  });
  const platform = await playPlatform(url, { mode });
  await platform.write({ text: "三号路停水了😭" });
  await platform.cause({ event: "CLICK", eventKey: "ASK" });

  expect(seen).toMatchObject([
    { MsgType: "text", Content: "三号路停水了😭", ToUserName: ACCOUNT.originalId },
    { MsgType: "event", Event: "CLICK", EventKey: "ASK" },
  ]);
  expect(await platform.chat()).toMatchObject([
    { from: "resident" },
    { from: "account", kind: "text", text: "收到：三号路停水了😭", via: "passive" },
  ]);
  expect(await platform.control("POST", "verify")).toMatchObject({ problem: null });
});

test("encrypted and plain stand side by side: two accounts at once, and a mode of its own for one push", async () => {
  const seen: string[] = [];
  const reply = ({ Content }: Message) => {
    seen.push(`${Content}`);
    return `收到：${Content}`;
  };
  const [open, sealed] = [await serveCoWechat({ token }, reply), await serveCoWechat(ENCRYPTED, reply)];
  const plain = await playPlatform(open, { mode: "plain" });
  const safe = await playPlatform(sealed, { mode: "safe", accountName: "丰南发布" });
  const own = (["compatible", "plain"] as const).map((mode) => safe.write({ text: mode, mode }));
  const written = [plain.write({ text: "plain account" }), safe.write({ text: "safe account" }), ...own];
  expect(await Promise.all(written)).toMatchObject(written.map(() => ({ outcome: "replied" })));
  expect(seen.toSorted()).toEqual(["compatible", "plain", "plain account", "safe account"]);
});

test("co-wechat's articles and pictures are shown, articles cut to one", async () => {
  const articles = ["一", "二"].map((title) => ({ title, description: "", url: "http://a.cn/" }));
  const picture = { type: "image", content: { mediaId: "m" } };
  const url = await serveCoWechat(ENCRYPTED, ({ Content }) => (Content === "图" ? picture : articles));
  const platform = await playPlatform(url, { mode: "safe" });
  await platform.write({ text: "文" });
  await platform.write({ text: "图" });
  const chat: { from: string }[] = await platform.chat();
  expect(chat.filter(({ from }) => from === "account")).toMatchObject([
    { kind: "news", text: "一", url: "http://a.cn/" },
    { kind: "image", text: "" },
  ]);
});

test("a webhook with another token is not verified, and brings the fault line", async () => {
  const url = await serveCoWechat({ token: "another" }, () => "收到");
  const platform = await playPlatform(url);
  expect(await platform.control("POST", "verify")).toMatchObject({ verifiedAt: null });
  await platform.write({ text: "在吗" });
  expect((await platform.chat()).at(-1)).toMatchObject({ text: FAULT_LINE });
});

test.each<[string, Flaw, string]>([
  ["a good envelope", {}, "replied"],
  ["a signature over another TimeStamp", { TimeStamp: 1700000002 }, "fault"],
  ["another account's package", { id: "wxanother" }, "fault"],
  ["a plain reply", { plain: true }, "fault"],
])("safe mode, sealed by @wecom/crypto: %s", async (_name, flaw, outcome) => {
  const webhook = await serveWebhook(({ body }) => {
    const encrypted = textOf(readXml(body) ?? undefined, "Encrypt") ?? "";
    const push = readXml(wecom.decrypt(encodingAesKey, encrypted).message) ?? undefined;
    const reply = writeXml({
      ToUserName: textOf(push, "FromUserName") ?? "",
      FromUserName: textOf(push, "ToUserName") ?? "",
      CreateTime: 1700000001,
      MsgType: "text",
      Content: "已收到",
    });
    if (flaw.plain) return reply;
    const sealed = wecom.encrypt(encodingAesKey, reply, flaw.id ?? appid);
    const MsgSignature = wecom.getSignature(token, "1700000001", "42", sealed);
    const TimeStamp = flaw.TimeStamp ?? 1700000001;
    return writeXml({ Encrypt: sealed, MsgSignature, TimeStamp, Nonce: "42" });
  });
  const platform = await playPlatform(webhook.url, { mode: "safe" });
  expect(await platform.write({ text: "在吗" })).toMatchObject({ outcome });
});
