import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { startSandbox } from "./server";
import { settingsFromEnvironment } from "./settings";
import { ACCOUNT, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

const NOWHERE = "http://127.0.0.1:9/wechat";
const ENVIRONMENT = {
  SANDBOX_WEBHOOK_URL: NOWHERE,
  SANDBOX_APP_ID: ACCOUNT.appId,
  SANDBOX_APP_SECRET: ACCOUNT.appSecret,
  SANDBOX_ORIGINAL_ID: ACCOUNT.originalId,
  SANDBOX_TOKEN: ACCOUNT.token,
  SANDBOX_ENCODING_AES_KEY: ACCOUNT.encodingAesKey,
};

function statusOf(url: string, method: string, headers: Record<string, string>) {
  return new Promise<number>((resolve, reject) => {
    const call = request(url, { method, headers, agent: false });
    call.on("response", (response) => resolve(response.resume().statusCode ?? 0));
    call.on("error", reject);
    call.end();
  });
}

describe("who is served", () => {
  test.each([
    ["this machine by number", "GET", { host: "127.0.0.1:3100" }, 200],
    ["this machine by name", "GET", { host: "localhost" }, 200],
    ["this machine in IPv6", "GET", { host: "[::1]:3100" }, 200],
    ["another name", "GET", { host: "sandbox.example.org" }, 403],
    ["a name that begins alike", "GET", { host: "localhost.example.org" }, 403],
    ["the page itself", "POST", { host: "localhost:1", origin: "http://localhost:1" }, 200],
    ["a page elsewhere", "POST", { host: "localhost:1", origin: "https://example.org" }, 403],
    ["a page without an origin", "POST", { host: "localhost:1", origin: "null" }, 403],
  ])("%s", async (_name, method, headers, status) => {
    const { url } = await playPlatform(NOWHERE);
    const address = method === "GET" ? "/sandbox/state" : "/sandbox/reset";
    expect(await statusOf(url + address, method, headers)).toBe(status);
  });
});

describe("settings", () => {
  test.each([
    ["SANDBOX_APP_ID", "wxba5fad812f8e6fb9", "looks like a real appid"],
    ["SANDBOX_APP_SECRET", "0123456789abcdef0123456789abcdef", "looks like a real secret"],
    ["SANDBOX_WEBHOOK_URL", "http://example.org/", "must be an http address on this machine"],
    ["SANDBOX_MODE", "open", "Invalid option"],
    ["SANDBOX_PORT", "70000", "Too big"],
    ["SANDBOX_TOKEN", "", "is missing"],
  ])("%s=%s is refused", (name, value, sentence) => {
    const read = () => settingsFromEnvironment({ ...ENVIRONMENT, [name]: value });
    expect(read).toThrow(`${name} ${sentence}`);
  });

  test("the rest has defaults", () => {
    expect(settingsFromEnvironment(ENVIRONMENT)).toMatchObject({
      port: 3100,
      mode: "safe",
      accountName: "曹妃甸发布",
      deliveries: 3,
      pushTimeoutMs: 5000,
    });
  });
});

describe("the state file", () => {
  test("a restart keeps phones, follows, windows, tokens and MsgIds", async () => {
    const stateFile = path.join(await mkdtemp(path.join(tmpdir(), "sandbox-")), "deep/state.json");
    const webhook = await serveWebhook(() => "success");
    const options = { ...ACCOUNT, port: 0, mode: "plain", webhookUrl: webhook.url, stateFile } as const;
    const platform = await playPlatform(webhook.url, options);
    const { msgId } = await platform.write({ text: "在吗" });
    const accessToken = await platform.stableToken();
    const before = await platform.control("GET", "residents");
    await platform.close();

    const again = await startSandbox(options);
    const after = await (await fetch(`${again.url}/sandbox/residents`)).json();
    expect(after).toEqual(before);
    const sent = await fetch(`${again.url}/cgi-bin/message/custom/send?access_token=${accessToken}`, {
      method: "POST",
      body: JSON.stringify({ touser: MEIHUA, msgtype: "text", text: { content: "在" } }),
    });
    expect(await sent.json()).toMatchObject({ errcode: 0 });
    const next = await fetch(`${again.url}/sandbox/residents/${MEIHUA}/messages`, {
      method: "POST",
      body: '{"text":"还在吗"}',
    });
    expect(BigInt((await next.json()).msgId)).toBeGreaterThan(BigInt(msgId));
    await again.close();
    expect(JSON.parse(await readFile(stateFile, "utf8")).residents[0].chat).toHaveLength(3);
  });

  test("a file that is something else stops the start", async () => {
    const stateFile = path.join(await mkdtemp(path.join(tmpdir(), "sandbox-")), "state.json");
    await writeFile(stateFile, "{}");
    const options = { ...ACCOUNT, port: 0, webhookUrl: NOWHERE, stateFile };
    await expect(startSandbox(options)).rejects.toThrow("is not a state file of the sandbox");
  });
});

describe("the process", () => {
  test("says when it is ready, refuses a taken port in one line, ends on SIGTERM", async () => {
    const other = await playPlatform(NOWHERE);
    const refused = run(new URL(other.url).port);
    const [code] = await once(refused.process, "exit");
    expect(code).toBe(1);
    expect(refused.output()).toBe(`SANDBOX_PORT ${new URL(other.url).port} is taken by another program\n`);

    const sandbox = run("0");
    while (!sandbox.output().includes("\n")) await once(sandbox.process.stdout, "data");
    expect(sandbox.output()).toMatch(/^sandbox ready on http:\/\/127\.0\.0\.1:\d+\n$/);
    const url = sandbox.output().trim().split(" ").at(-1);
    const streams = await Promise.all(Array.from({ length: 30 }, () => fetch(`${url}/sandbox/stream`)));
    expect(sandbox.output()).not.toContain("Warning");
    sandbox.process.kill("SIGTERM");
    const [ended] = await once(sandbox.process, "exit");
    expect(ended).toBe(0);
    await Promise.all(streams.map((stream) => stream.text().catch(() => "cut")));
    expect(sandbox.output()).not.toContain("Warning");
  });
});

function run(port: string) {
  const main = path.join(import.meta.dirname, "main.ts");
  const env = { ...process.env, ...ENVIRONMENT, SANDBOX_PORT: port };
  const child = spawn(process.execPath, ["--import", "tsx", main], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  return { process: child, output: () => output };
}
