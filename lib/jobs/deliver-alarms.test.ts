import http from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test, vi } from "vitest";
import { endAlarms } from "@/lib/alarms/end-alarms";
import { raiseEscalations } from "@/lib/alarms/raise-escalations";
import { saveChannel } from "@/lib/alarms/save-channel";
import type { ChannelInput } from "@/lib/alarms/schema";
import { channelOf } from "@/lib/alarms/testing";
import { tryChannel } from "@/lib/alarms/try-channel";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { closeQuestion } from "@/lib/questions/close-question";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { deliverNextAlarms } from "./deliver-alarms";

// The environment is read once, at the first import.
await vi.hoisted(async () => {
  const { closedAddress } = await import("@/lib/wechat/testing/raw-server");
  process.env.JIDA_ALLOW_HOSTS = "127.0.0.1";
  process.env.JIDA_BASE_URL = "https://desk.example.org";
  process.env.SMTP_URL = `smtp://${await closedAddress()}`;
  process.env.MAIL_FROM = "即答 <jida@example.org>";
});

const WORDS = "三号路的王师傅什么时候来修水管";
type Received = { url: URL; headers: http.IncomingHttpHeaders; body: string };

/** The other side of a channel, and what it was sent. */
async function otherSide(answer: (sent: number) => { status?: number; body: string } = () => ({ body: '{"errcode":0,"errmsg":"ok"}' })) {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ url: new URL(request.url ?? "", "http://127.0.0.1"), headers: request.headers, body });
      const { status = 200, body: said } = answer(received.length);
      response.writeHead(status, { "content-type": "application/json" }).end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?key=6f1c` };
}

/** A desk with a channel, and a question that the shift is told of. */
async function told(channel: Partial<ChannelInput>, count = 1) {
  const desk = await town();
  const { id: channelId } = await saveChannel(channelOf(desk.accountId, channel), desk.he);
  const questionIds: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { questionId } = await desk.hears(`oAlarm000000000000000000${index}`, WORDS, after(now(), -7.5 * MINUTE));
    questionIds.push(questionId ?? "");
  }
  await raiseEscalations();
  return { ...desk, channelId, questionIds };
}

async function deliver() {
  for (let next = await deliverNextAlarms(); next; next = await deliverNextAlarms()) await next.done;
}
const deliveries = () => db.alarmDelivery.findMany({ orderBy: { id: "asc" } });
const paceIsOver = () => db.alarmChannel.updateMany({ data: { nextAt: now() } });
const textOf = ({ body }: Received) => (JSON.parse(body) as { text: { content: string } }).text.content;

/** HMAC-SHA256 by the browser's cryptography, which shares nothing with ours. */
async function hmac(secret: string, message: string) {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const key = await crypto.subtle.importKey("raw", bytes(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return Buffer.from(await crypto.subtle.sign("HMAC", key, bytes(message)));
}

test("WeCom: one message, which says how many and until when, and no word of a resident", async () => {
  const { url, received } = await otherSide();
  await told({ address: url });
  await deliver();
  expect(received).toHaveLength(1);
  const [sent] = received;
  expect(sent?.url.search).toBe("?key=6f1c");
  const { threadId } = await db.question.findFirstOrThrow();
  expect(sent && textOf(sent)).toMatch(
    new RegExp(`^即答·曹妃甸发布：1件来信还有3分钟到期（\\p{Script=Han}+），请处理 https://desk\\.example\\.org/inbox/${threadId}$`, "u"),
  );
  expect(sent?.body).not.toMatch(/水管|王师傅|oAlarm/);
  expect(await deliveries()).toMatchObject([{ status: "sent", attempts: 1 }]);
  expect((await db.alarmChannel.findFirstOrThrow()).lastOkAt).not.toBeNull();
});

test("DingTalk: signed as its documentation says", async () => {
  const { url, received } = await otherSide();
  await told({ kind: "dingtalk", address: url, secret: "SECa1b2" });
  await deliver();
  const asked = received[0]?.url.searchParams;
  const timestamp = asked?.get("timestamp") ?? "";
  expect(Math.abs(Number(timestamp) - now().getTime())).toBeLessThan(MINUTE);
  expect(asked?.get("sign")).toBe((await hmac("SECa1b2", `${timestamp}\nSECa1b2`)).toString("base64"));
  expect(await deliveries()).toMatchObject([{ status: "sent" }]);
});

test("an SMS gateway gets numbers and text, signed", async () => {
  const { url, received } = await otherSide(() => ({ status: 202, body: "taken" }));
  await told({ kind: "sms", address: url, secret: "gateway", recipients: ["13800000001", "13800000002"] });
  await deliver();
  const [sent] = received;
  expect(JSON.parse(sent?.body ?? "{}")).toMatchObject({
    phones: ["13800000001", "13800000002"],
    text: expect.stringContaining("1件来信"),
  });
  expect(sent?.headers["x-jida-signature"]).toBe(
    (await hmac("gateway", `${sent?.headers["x-jida-timestamp"]}.${sent?.body}`)).toString("hex"),
  );
  expect(await deliveries()).toMatchObject([{ status: "sent" }]);
});

test("mail: held while the server is away, sent once it is back, and says how late it is", async () => {
  await told({ kind: "mail", address: null, recipients: ["he@example.org"] });
  await deliver();
  expect(await deliveries()).toMatchObject([{ status: "queued", attempts: 1, errorCode: "mailUnreachable" }]);
  const mails: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
    onData: (stream, _, done) => void stream.on("data", (chunk: Buffer) => mails.push(chunk.toString())).on("end", () => done()),
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(env.SMTP_URL ?? "").port), "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  await db.alarmDelivery.updateMany({ data: { sendAfter: now() } });
  await db.alarm.updateMany({ data: { at: after(now(), -2.5 * MINUTE) } });
  await paceIsOver();
  await deliver();
  expect(await deliveries()).toMatchObject([{ status: "sent", attempts: 2, errorCode: null }]);
  const body = Buffer.from(/\r\n\r\n([\w+/=\r\n]+)/.exec(mails.join(""))?.[1] ?? "", "base64").toString("utf8");
  expect(body).toContain("本提醒晚到2分钟");
});

test("what comes up together goes as one message; what comes at once again waits for its turn", async () => {
  const { url, received } = await otherSide();
  const { hears } = await told({ address: url }, 5);
  await deliver();
  expect(received.map(textOf)).toEqual([expect.stringMatching(/5件来信还有3分钟到期.*\/inbox$/)]);
  await hears("oLater00000000000000000001", "停水", after(now(), -8 * MINUTE));
  await raiseEscalations();
  await deliver();
  expect(received).toHaveLength(1);
  await paceIsOver();
  await deliver();
  expect(received).toHaveLength(2);
  expect((await deliveries()).map(({ status }) => status)).toEqual(Array(6).fill("sent"));
});

test.each([
  ["busy for now", '{"errcode":45009}', 200, { status: "queued", errorCode: "errcode", errorDetail: "45009" }],
  ["a key that is wrong", '{"errcode":93000}', 200, { status: "failed", errorCode: "errcode", errorDetail: "93000" }],
  ["an error of the server", "oops", 502, { status: "queued", errorCode: "httpStatus", errorDetail: "502" }],
  ["something that is no robot", "<html>", 200, { status: "failed", errorCode: "notJson" }],
])("%s: shown, and tried again where that may help", async (_, body, status, expected) => {
  const { url } = await otherSide(() => ({ status, body }));
  const { channelId } = await told({ address: url });
  await deliver();
  expect(await deliveries()).toMatchObject([expected]);
  expect(await db.alarmChannel.findUniqueOrThrow({ where: { id: channelId } })).toMatchObject({
    lastError: expected.errorCode,
    lastOkAt: null,
  });
});

test("a private address is refused, an hour of trying is enough, what ended is skipped, a silent worker's is sent again", async () => {
  const { lin, questionIds, channelId } = await told({ address: "https://192.168.1.20/sms" });
  await deliver();
  expect(await deliveries()).toMatchObject([{ status: "failed", errorCode: "privateAddress" }]);

  const { url, received } = await otherSide((sent) => (sent === 1 ? { status: 503, body: "" } : { body: '{"errcode":0}' }));
  const { sealedAddress } = await db.alarmChannel.findUniqueOrThrow({
    where: { id: (await saveChannel(channelOf(lin.scope.accountIds[0] ?? "", { name: "另一个", address: url }), lin)).id },
  });
  await db.alarmChannel.update({ where: { id: channelId }, data: { sealedAddress } });
  const again = (data: object) => db.alarmDelivery.updateMany({ data: { status: "queued", sendAfter: now(), ...data } });
  await paceIsOver();
  await again({ queuedAt: after(now(), -HOUR - MINUTE) });
  await deliver();
  expect([await deliveries(), received.length]).toMatchObject([[{ status: "failed", errorCode: "httpStatus" }], 1]);

  await paceIsOver();
  await again({ status: "sending", leaseUntil: after(now(), -1) });
  await deliver();
  expect([await deliveries(), received.length]).toMatchObject([[{ status: "sent" }], 2]);

  await closeQuestion({ questionId: questionIds[0] ?? "", reason: "repeated" }, lin);
  await endAlarms();
  await paceIsOver();
  await again({});
  await deliver();
  expect([await deliveries(), received.length]).toMatchObject([[{ status: "skipped" }], 2]);
});

test("tried out: its own message at once, and what came of it stands in its row, without a second try", async () => {
  const { url, received } = await otherSide((sent) => (sent === 1 ? { body: '{"errcode":0}' } : { status: 500, body: "" }));
  const { accountId, he } = await town();
  const { id: channelId } = await saveChannel(channelOf(accountId, { address: url }), he);
  await tryChannel({ channelId }, he);
  await deliver();
  expect(received.map(textOf)).toEqual(["即答·曹妃甸发布：这是一条试发，收到说明渠道可用，不用处理。"]);
  await paceIsOver();
  await tryChannel({ channelId }, he);
  await deliver();
  expect(await deliveries()).toMatchObject([{ status: "sent" }, { status: "failed", errorCode: "httpStatus", attempts: 1 }]);
});
