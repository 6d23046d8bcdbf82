import { expect, test } from "vitest";
import { MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

async function playWith(fault: object) {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  await platform.write({ text: "在吗" });
  const accessToken = await platform.stableToken();
  await platform.control("POST", "faults", { api: "custom/send", ...fault });
  const send = (content = "您好", signal: AbortSignal | null = null) =>
    fetch(`${platform.url}/cgi-bin/message/custom/send?access_token=${accessToken}`, {
      method: "POST",
      signal,
      body: JSON.stringify({ touser: MEIHUA, msgtype: "text", text: { content } }),
    });
  const shown = async () => (await platform.chat()).slice(1).map(({ text }: { text: string }) => text);
  const sends = async () =>
    (await platform.control("GET", "journal")).entries.filter(({ path }: { path?: string }) => path === "/cgi-bin/message/custom/send");
  return { ...platform, send, shown, sends };
}

test("errcode: refused once, then as usual", async () => {
  const { send, shown } = await playWith({ kind: "errcode", errcode: -1 });
  expect(await (await send()).json()).toMatchObject({ errcode: -1 });
  expect(await (await send("再来")).json()).toMatchObject({ errcode: 0 });
  expect(await shown()).toEqual(["再来"]);
});

test.each([
  ["reset-before", []],
  ["reset-after", ["您好"]],
  ["timeout-before", []],
  ["timeout-after", ["您好"]],
])("%s: the caller cannot tell, the phone can", async (kind, onPhone) => {
  const { send, shown, sends } = await playWith({ kind, ms: 50 });
  await expect(send()).rejects.toThrow();
  expect(await shown()).toEqual(onPhone);
  expect(await sends()).toMatchObject([{ fault: kind, taken: onPhone.length > 0, openid: MEIHUA }]);
});

test("a caller that gives up: the message was taken all the same", async () => {
  const { send, shown } = await playWith({ kind: "timeout-after" });
  await expect(send("您好", AbortSignal.timeout(100))).rejects.toThrow();
  expect(await shown()).toEqual(["您好"]);
});

test("latency: late, but as usual", async () => {
  const { send, shown } = await playWith({ kind: "latency", ms: 20 });
  expect(await (await send()).json()).toMatchObject({ errcode: 0 });
  expect(await shown()).toEqual(["您好"]);
});

test("http-502: a page instead of JSON, nothing taken", async () => {
  const { send, shown } = await playWith({ kind: "http-502" });
  const response = await send();
  expect(response.status).toBe(502);
  expect(await response.text()).toContain("502 Bad Gateway");
  expect(await shown()).toEqual([]);
});

test("a rule may name a resident, skip calls, stay, and be removed", async () => {
  const { send, control } = await playWith({ kind: "errcode", errcode: 45009, times: 0, skip: 1 });
  await control("POST", "faults", { api: "custom/send", openid: "oOther", kind: "http-502" });
  expect(await (await send()).json()).toMatchObject({ errcode: 0 });
  for (let count = 0; count < 3; count += 1) {
    expect(await (await send()).json()).toMatchObject({ errcode: 45009 });
  }
  expect(await control("GET", "faults")).toMatchObject({ faults: [{ used: 3 }, { used: 0 }] });
  await control("DELETE", "faults");
  expect(await (await send()).json()).toMatchObject({ errcode: 0 });
});

test("a rule without an errcode is refused in words", async () => {
  const { control } = await playWith({ kind: "http-502" });
  expect(await control("POST", "faults", { api: "token", kind: "errcode" })).toEqual({
    error: "body: a rule of kind errcode needs an errcode",
  });
});
