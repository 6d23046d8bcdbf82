import { expect, test } from "vitest";
import { MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

const HOUR = 3600_000;

async function play() {
  const webhook = await serveWebhook(() => "success");
  return playPlatform(webhook.url);
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR).toISOString();
}

test("a seeded resident has a past, and the window that is left of it", async () => {
  const { control, chat } = await play();
  const at = hoursAgo(2);
  const history = [
    { from: "resident", text: "水停了", at },
    { from: "account", text: "正在抢修", at: hoursAgo(1) },
    { from: "resident", kind: "image", text: "", data: Buffer.from("\xff\xd8\xff", "latin1").toString("base64"), at: hoursAgo(0.5) },
  ];
  const resident = { name: "林美华", note: "三号路", history, lastMessageAt: at };
  const summary = await control("PUT", `residents/${MEIHUA}`, resident);
  const closesAt = new Date(Date.parse(at) + 48 * HOUR).toISOString();
  expect(summary.windows).toEqual({ message: { remaining: 4, closesAt }, event: null });
  expect(await chat()).toMatchObject([
    { from: "resident", text: "水停了", at, via: "push" },
    { from: "account", text: "正在抢修", via: "customer" },
    { from: "resident", kind: "image", mediaId: expect.stringMatching(/./) },
  ]);

  expect(await control("PUT", `residents/${MEIHUA}`, resident)).toMatchObject({
    windows: summary.windows,
  });
  expect(await chat()).toHaveLength(3);
});

test("a new resident gets an openid of twenty-eight characters", async () => {
  const { control } = await play();
  const resident = await control("POST", "residents", {});
  expect(resident).toMatchObject({ openid: expect.stringMatching(/^o.{27}$/), followed: true });
  expect(await control("GET", `residents/${resident.openid}/chat`)).toEqual([]);
});

test("what cannot be served is said in words", async () => {
  const { control } = await play();
  expect(await control("GET", "residents/oNobody/chat")).toEqual({ error: "no such resident" });
  expect(await control("PUT", "residents/Nobody", { name: "无名" })).toEqual({
    error: "an openid begins with o",
  });
  expect(await control("POST", `residents/${MEIHUA}/messages`, { text: "" })).toMatchObject({
    error: expect.stringContaining("text"),
  });
  expect(await control("GET", "nothing")).toEqual({ error: "no such address" });
  expect(await control("DELETE", "state")).toEqual({ error: "DELETE is not served here" });
});

test("the stream tells of each new line", async () => {
  const { url, write } = await play();
  const stream = await fetch(`${url}/sandbox/stream`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await write({ text: "在吗" });
  let told = "";
  while (!told.includes("event: line")) told += (await reader?.read())?.value;
  expect(told).toContain('"text":"在吗"');
  await reader?.cancel();
});

test("a reset forgets the residents, and MsgIds go on", async () => {
  const { control, write } = await play();
  const { msgId: before } = await write({ text: "在吗" });
  await control("POST", "reset");
  expect(await control("GET", "residents")).toEqual({ residents: [] });
  await control("PUT", `residents/${MEIHUA}`, { name: "林美华" });
  const { msgId: after } = await write({ text: "在吗" });
  expect(BigInt(after)).toBeGreaterThan(BigInt(before));
});

test("settings change one by one", async () => {
  const { control } = await play();
  await control("POST", "settings", { mode: "compatible", deliveries: 2 });
  expect(await control("POST", "settings", { accountName: "丰南发布" })).toMatchObject({
    mode: "compatible",
    deliveries: 2,
    pushTimeoutMs: 5000,
    account: { name: "丰南发布" },
  });
  expect(await control("POST", "settings", { port: 1 })).toMatchObject({
    error: expect.stringContaining("port"),
  });
});

test("a scenario is taken out of one sandbox and into another", async () => {
  const { control, cause, call } = await play();
  await control("POST", "settings", { kind: "subscription" });
  await control("POST", "faults", { api: "custom/send", kind: "errcode", errcode: 45047 });
  await call("tags/create", { tag: { name: "网格员" } });
  await cause({ event: "unsubscribe" });
  const scenario = await control("GET", "scenario");
  const other = await play();
  await other.control("PUT", "residents/oSomebody00000000000000000001", { name: "别人" });
  expect(await other.control("POST", "scenario", scenario)).toEqual({ residents: 1 });
  expect(await other.control("GET", "residents")).toMatchObject({ residents: [{ openid: MEIHUA, followed: false }] });
  expect(await other.call("tags/get")).toMatchObject({ tags: [{ name: "网格员" }] });
  expect(await other.control("GET", "state")).toMatchObject({ account: { kind: "subscription" } });
  expect(await other.control("GET", "faults")).toMatchObject({ faults: [{ api: "custom/send", used: 0 }] });
  expect(await other.control("POST", "scenario", {})).toHaveProperty("error");
});

test("another webhook is saved only when it answers the handshake", async () => {
  const { control } = await play();
  const { url } = await serveWebhook(() => "success");
  const refused = await control("POST", "verify", { webhookUrl: "http://127.0.0.1:9/nobody" });
  expect(refused.error).toMatch(/^not saved: /);
  expect((await control("POST", "verify", { webhookUrl: url })).problem).toBeNull();
  expect((await control("GET", "state")).webhook).toMatchObject({ url });
});
