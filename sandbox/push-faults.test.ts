import { expect, test } from "vitest";
import { MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

test("a lost answer: the webhook answered, and gets the same message again", async () => {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  await platform.control("POST", "push-faults", { kind: "drop-response", openid: MEIHUA });
  const { outcome, deliveries } = await platform.write({ text: "水停了" });

  expect(outcome).toBe("accepted");
  expect(deliveries).toMatchObject([{ status: null, problem: "dropped" }, { status: 200 }]);
  expect(webhook.received[0]?.body).toBe(webhook.received[1]?.body);
  expect(await platform.control("GET", "push-faults")).toEqual({ faults: [] });
});

test("out of order: the second message arrives first", async () => {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  await platform.control("POST", "push-faults", { kind: "out-of-order" });
  const first = platform.write({ text: "第一句" });
  while ((await platform.chat()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await platform.write({ text: "第二句" });
  await first;
  expect(webhook.received.map(({ content }) => content)).toEqual(["第二句", "第一句"]);
});

test("a message of another resident does not wait for a slow one", async () => {
  const webhook = await serveWebhook(({ content }) => (content === "慢" ? null : "success"));
  const platform = await playPlatform(webhook.url);
  await platform.control("PUT", "residents/oJianguo", { name: "王建国" });
  await platform.write({ text: "慢", wait: false });
  await platform.control("POST", "residents/oJianguo/messages", { text: "快" });
  const { entries } = await platform.control("GET", "journal");
  const ended = entries.filter(({ type }: { type: string }) => type === "push");
  expect(ended[0]).toMatchObject({ openid: "oJianguo", outcome: "accepted" });
});

test("copies of one push arrive beside it, one answer is shown", async () => {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  const { deliveries } = await platform.write({ text: "水停了", repeat: 2, createTimeOffset: -90 });
  expect(deliveries).toHaveLength(3);
  expect(new Set(webhook.received.map(({ body }) => body)).size).toBe(1);
  expect(await platform.chat()).toHaveLength(1);
});

test("a burst is summed up, its residents hidden from the list", async () => {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  const burst = { count: 60, perSecond: 600, residents: 7 };
  expect(await platform.control("POST", "burst", burst)).toMatchObject({
    count: 60,
    deliveries: 60,
    outcomes: { accepted: 60, replied: 0, fault: 0 },
    statuses: { 200: 60 },
  });
  expect(new Set(webhook.received.map(({ content }) => content)).size).toBe(60);
  const { residents } = await platform.control("GET", "residents");
  expect(residents.filter(({ hidden }: { hidden: boolean }) => hidden)).toHaveLength(7);
});
