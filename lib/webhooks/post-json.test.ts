import dns from "node:dns/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { isPublicAddress } from "./addresses";
import { postJson } from "./post-json";
import { listening } from "./testing";

const OWN = ["127.0.0.1"];
const post = (address: string, more: Partial<Parameters<typeof postJson>[0]> = {}) =>
  postJson({ address, body: "{}", timeoutMs: 5_000, allowHosts: [], ...more });

test.each([
  ["8.8.8.8", true],
  ["223.5.5.5", true],
  ["2400:3200::1", true],
  ["0.0.0.0", false],
  ["10.1.2.3", false],
  ["100.100.100.200", false],
  ["127.0.0.1", false],
  ["127.255.255.254", false],
  ["169.254.169.254", false],
  ["168.63.129.16", false],
  ["::ffff:0:169.254.169.254", false],
  ["172.16.0.1", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:8.8.8.8", false],
  ["::127.0.0.1", false],
  ["64:ff9b::a00:1", false],
  ["2002:7f00:1::", false],
  ["fd00:ec2::254", false],
  ["fe80::1", false],
  ["ff02::1", false],
  ["localhost", false],
  ["2130706433", false],
])("%s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

test.each([
  ["https://127.0.0.1/", "privateAddress"],
  ["https://localhost/", "privateAddress"],
  ["https://2130706433/", "privateAddress"],
  ["https://0x7f.1/", "privateAddress"],
  ["https://0177.0.0.01/", "privateAddress"],
  ["https://127.1/", "privateAddress"],
  ["https://１２７.0.0.1/", "privateAddress"],
  ["https://[::1]/", "privateAddress"],
  ["https://[::ffff:10.0.0.1]/", "privateAddress"],
  ["https://169.254.169.254/latest/meta-data", "privateAddress"],
  ["https://192.168.0.10:8443/sms", "privateAddress"],
  ["http://8.8.8.8/", "notHttps"],
  ["https://key:word@8.8.8.8/", "badAddress"],
  ["ftp://8.8.8.8/", "badAddress"],
  ["file:///etc/passwd", "badAddress"],
  ["no address", "badAddress"],
])("%s is refused: %s", async (address, reason) => {
  expect(await post(address)).toEqual({ kind: "refused", reason });
});

test("a host that the deployment allows is reached, by its name and by name and port; another port is not", async () => {
  const { url, port } = await listening((_, response) => response.end('{"errcode":0}'));
  for (const allowHosts of [OWN, [`127.0.0.1:${port}`]]) {
    expect(await post(url, { allowHosts })).toEqual({ kind: "answered", status: 200, json: { errcode: 0 } });
  }
  expect(await post(url, { allowHosts: ["127.0.0.1:9"] })).toEqual({ kind: "refused", reason: "notHttps" });
});

test("one private address among those of a name is enough to refuse it; the name is looked up once, and what was looked up is connected to", async () => {
  const lookup = vi.spyOn(dns, "lookup");
  onTestFinished(() => lookup.mockRestore());
  const resolvesTo = (...addresses: string[]) =>
    lookup.mockImplementationOnce((async () => addresses.map((address) => ({ address, family: 4 }))) as never);
  resolvesTo("8.8.8.8", "10.0.0.1");
  expect(await post("https://both.invalid/")).toEqual({ kind: "refused", reason: "privateAddress" });

  const { port, asked } = await listening((_, response) => response.end("{}"));
  resolvesTo("127.0.0.1");
  expect(await post(`http://own.invalid:${port}/x`, { allowHosts: ["own.invalid"] })).toMatchObject({ kind: "answered", status: 200 });
  expect([asked, lookup.mock.calls.length]).toEqual([[`POST own.invalid:${port} /x`], 2]);
});

test("a redirect is not followed, a flood is not read, silence is not waited out, no JSON is none", async () => {
  const allowHosts = OWN;
  const target = await listening((_, response) => response.end("{}"));
  const redirecting = await listening((_, response) => response.writeHead(302, { location: target.url }).end());
  expect(await post(redirecting.url, { allowHosts })).toEqual({ kind: "answered", status: 302, json: null });
  expect(target.asked).toEqual([]);
  const flooding = await listening((_, response) => response.end("x".repeat(200_000)));
  expect(await post(flooding.url, { allowHosts })).toEqual({ kind: "unanswered", reason: "tooLarge" });
  const silent = await listening(() => undefined);
  expect(await post(silent.url, { allowHosts, timeoutMs: 100 })).toEqual({ kind: "unanswered", reason: "timeout" });
  expect(await post("http://127.0.0.1:1/", { allowHosts })).toEqual({ kind: "unanswered", reason: "connectionRefused" });
});
