import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { startSandbox } from "./server";
import type { SandboxOptions } from "./settings";
import { readXml, textOf } from "./xml";

/** The account of the tests. */
export const ACCOUNT = {
  appId: "wxjidatest",
  appSecret: "jida-test-secret",
  originalId: "gh_jidatest",
  token: "jidatesttoken",
  encodingAesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
} as const;

export const MEIHUA = "oMeihua000000000000000000001";

export type Received = { url: URL; body: string; content: string | undefined };
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on a free port, closed after the test. Returns its address. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/wechat`;
}

/** A webhook that answers each POST with what `answer` returns; null never answers. */
export async function serveWebhook(answer: (received: Received, count: number) => string | number | null) {
  const received: Received[] = [];
  const url = await serve(async (request, response) => {
    const address = new URL(request.url ?? "/", "http://127.0.0.1");
    if (request.method === "GET") {
      response.end(address.searchParams.get("echostr"));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const content = textOf(readXml(body) ?? undefined, "Content");
    received.push({ url: address, body, content });
    const made = answer(received.at(-1) as Received, received.length);
    if (typeof made === "number") response.writeHead(made);
    if (made !== null) response.end(typeof made === "string" ? made : "");
  });
  return { url, received };
}

/** The sandbox on a free port with one resident, and its control API. */
export async function playPlatform(webhookUrl: string, options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({
    ...ACCOUNT,
    port: 0,
    mode: "plain",
    webhookUrl,
    ...options,
  });
  onTestFinished(() => sandbox.close());
  const control = (method: string, path: string, body?: unknown) => callJson(`${sandbox.url}/sandbox/${path}`, method, body);
  await control("PUT", `residents/${MEIHUA}`, { name: "林美华" });
  const stableToken = async () => {
    const body = { grant_type: "client_credential", appid: ACCOUNT.appId, secret: ACCOUNT.appSecret };
    const answer = await callJson(`${sandbox.url}/cgi-bin/stable_token`, "POST", body);
    return String(answer.access_token);
  };
  return {
    ...sandbox,
    control,
    write: (body: object) => control("POST", `residents/${MEIHUA}/messages`, body),
    cause: (body: object) => control("POST", `residents/${MEIHUA}/events`, body),
    chat: () => control("GET", `residents/${MEIHUA}/chat`),
    api: (method: string, path: string, body?: unknown) => callJson(`${sandbox.url}/cgi-bin/${path}`, method, body),
    stableToken,
    /** With a token that fits, GET without a body. */
    call: async (path: string, body?: object) => {
      const address = new URL(`${sandbox.url}/cgi-bin/${path}`);
      address.searchParams.set("access_token", await stableToken());
      return callJson(address.href, body ? "POST" : "GET", body);
    },
  };
}

/** Somebody else's client of the API, aimed at the sandbox; each test names the methods that it calls. */
export function coWechatApi<Client extends object>(url: string, secret: string = ACCOUNT.appSecret): Client & { prefix: string } {
  const client = new CoWechatApi(ACCOUNT.appId, secret) as Client & { prefix: string };
  client.prefix = `${url}/cgi-bin/`;
  return client;
}

const CoWechatApi: new (appId: string, secret: string) => object = createRequire(import.meta.url)("co-wechat-api");

/** JSON as the tests read it: each names the fields that it looks at. */
async function callJson(url: string, method: string, body?: unknown) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(url, body === undefined ? { method } : { method, body: text });
  return JSON.parse(await response.text());
}
