import { expect, onTestFinished, test, vi } from "vitest";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { POST } from "./route";
import { signedQuery, textXml } from "./testing";

const { slug, token, originalId: to } = TOWN_ACCOUNT;

async function knock(query: URLSearchParams, body: ReadableStream | string): Promise<number> {
  const init = { method: "POST", body, duplex: "half", headers: { "x-forwarded-for": "203.0.113.66" } };
  const request = new Request(`http://door.test/api/wechat/${slug}?${query}`, init as RequestInit);
  return (await POST(request, { params: Promise.resolve({ account: slug }) })).status;
}

test("an address that sends rubbish without end is refused unread, and WeChat from there is taken in all the same", async () => {
  await town();
  // All within one minute, however long it takes.
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const statuses = new Set<number>();
  for (let times = 0; times <= 121; times += 1) statuses.add(await knock(signedQuery("anotherToken"), "<xml/>"));
  expect([...statuses]).toEqual([401, 429]);

  const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_024)) });
  expect(await knock(signedQuery("anotherToken"), body)).toBe(429);
  expect(body.locked).toBe(false);
  expect(await knock(signedQuery(token), textXml("停水了", { to }))).toBe(200);
});
