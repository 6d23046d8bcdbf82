import { type ChildProcess, spawn } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/db";
import { closeQuestion } from "@/lib/questions/close-question";
import { followForSubscribers } from "@/lib/subscribers/follow";
import { renewSecret } from "@/lib/subscribers/renew-secret";
import { notices, subscribed } from "@/lib/subscribers/testing";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { sendNextNotice } from "./send-notices";

// The environment is read once, at the first import.
vi.hoisted(() => {
  process.env.JIDA_ALLOW_HOSTS = "127.0.0.1";
});

type Received = { headers: http.IncomingHttpHeaders; body: string };

/** Another system, and what it was sent. Without an answer it keeps who sends waiting. */
async function otherSystem(answer: (sent: number) => number | null = () => 204) {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      const status = answer(received.length);
      if (status !== null) response.writeHead(status, { location: "https://elsewhere.example/" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jida` };
}

async function sendDue() {
  for (let next = await sendNextNotice(); next; next = await sendNextNotice()) await next.done;
}
const patienceIsOver = async () => {
  await db.notice.updateMany({ where: { status: "queued" }, data: { sendAfter: now() } });
  await db.subscriber.updateMany({ data: { nextAt: now() } });
};

/** As standardwebhooks.com tells a receiver to do it, by the browser's cryptography, which shares nothing with ours. */
async function isSigned({ headers, body }: Received, secret: string): Promise<boolean> {
  const key = await crypto.subtle.importKey(
    "raw",
    Buffer.from(secret.slice("whsec_".length), "base64"),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["verify"],
  );
  const message = new TextEncoder().encode(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`);
  const signatures = String(headers["webhook-signature"]).split(" ");
  const checked = signatures.map((one) => crypto.subtle.verify("HMAC", key, Buffer.from(one.replace(/^v1,/, ""), "base64"), message));
  return (await Promise.all(checked)).includes(true);
}

test("signed by the secret, by the former one too, with an instant, an id and ids alone", async () => {
  const { address, received } = await otherSystem();
  const { admin, hears, subscriberId, secret } = await subscribed({ address });
  const renewed = await renewSecret({ subscriberId }, admin);
  const { threadId, questionId } = await hears("oWordOfNobodyElse0001", "三号路的王师傅什么时候来修水管");
  await followForSubscribers();
  await sendDue();
  const [sent, ...others] = received;
  if (!sent) return expect.fail("nothing was sent");
  expect(others).toEqual([]);
  const [notice] = await notices();
  expect(notice).toMatchObject({ status: "taken", attempts: 1 });
  expect(sent.headers).toMatchObject({ "webhook-id": notice?.id, "content-type": "application/json; charset=utf-8" });
  expect(Math.abs(Number(sent.headers["webhook-timestamp"]) - now().getTime() / 1_000)).toBeLessThan(60);
  expect(JSON.parse(sent.body)).toEqual({
    type: "question.opened",
    timestamp: expect.stringMatching(/Z$/),
    data: { account: "caofeidian", threadId, questionId },
  });
  expect([await isSigned(sent, secret), await isSigned(sent, renewed.secret), await isSigned(sent, `whsec_${"A".repeat(44)}`)]).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  ["an error of the server", 503, { status: "queued", errorCode: "httpStatus", errorDetail: "503" }],
  ["a redirect", 302, { status: "queued", errorCode: "httpStatus", errorDetail: "302" }],
  ["gone for good", 410, { status: "failed", errorCode: "httpStatus", errorDetail: "410" }],
])(
  "%s: shown, and tried again under the same id where that may help; what comes after in the thread waits",
  async (_, status, expected) => {
    const { address, received } = await otherSystem((sent) => (sent === 1 ? status : 200));
    const { hears, lin } = await subscribed({ address });
    const { questionId } = await hears("openid-wang", "三号路停水了");
    await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin);
    await followForSubscribers();
    await (await sendNextNotice())?.done;
    expect(await notices()).toMatchObject([expected, { status: "queued", attempts: 0 }]);
    await patienceIsOver();
    await sendDue();
    const types = received.map(({ body }) => JSON.parse(body).type as string);
    const ids = received.map(({ headers }) => headers["webhook-id"]);
    const isRepeated = expected.status === "queued";
    expect(types).toEqual(["question.opened", ...(isRepeated ? ["question.opened"] : []), "question.closed"]);
    expect(new Set(ids).size).toBe(2);
  },
);

test("an address that leads inward is never asked, whatever it is called", async () => {
  const { hears } = await subscribed({ address: "https://localhost:9/" });
  await hears("openid-wang", "三号路停水了");
  await followForSubscribers();
  await sendDue();
  expect(await notices()).toMatchObject([{ status: "queued", attempts: 1, errorCode: "privateAddress" }]);
});

/** The worker as it runs in production, on this file's database. */
function startWorker(): ChildProcess & { said: string } {
  const root = path.resolve(import.meta.dirname, "../..");
  const worker = spawn(process.execPath, ["--import", "tsx", "lib/jobs/worker.ts"], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: "debug" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  const saying = Object.assign(worker, { said: "" });
  for (const stream of [worker.stdout, worker.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      saying.said += text;
    });
  return saying;
}

test("a worker that is killed in the middle loses nothing: the next one sends it again under the same id, and all that came after in order", async () => {
  const { address, received } = await otherSystem((sent) => (sent === 1 ? null : 200));
  const { hears, lin, secret } = await subscribed({ address });
  const { questionId } = await hears("openid-wang", "三号路停水了");
  const worker = startWorker();
  await expect.poll(() => received.length, { timeout: 100_000 }).toBe(1);
  worker.kill("SIGKILL");
  const lines = worker.said.split("\n").filter(Boolean);
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ process: "worker", level: "info", msg: "worker started" }),
  );
  expect(worker.said).not.toMatch(new RegExp(`${secret.slice(6, 20)}|openid-wang|[\\u3400-\\u9fff]`));
  await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin);
  await followForSubscribers();
  await sendDue();
  expect(received).toHaveLength(1);
  await db.notice.updateMany({ where: { status: "sending" }, data: { leaseUntil: new Date(0) } });
  await sendDue();
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(["question.opened", "question.opened", "question.closed"]);
  const [first, again] = received;
  expect([again?.headers["webhook-id"], again?.body]).toEqual([first?.headers["webhook-id"], first?.body]);
  expect((await notices()).map(({ status }) => status)).toEqual(["taken", "taken"]);
}, 120_000);
