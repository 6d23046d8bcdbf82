import net, { type AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { sendMail } from "./send-mail";

const MAIL = { to: ["he@example.org"], subject: "即答：1件来信已超时", text: "请处理" };
const from = "即答 <jida@example.org>";

/** A mail server of this machine, and what it took. */
async function mailServer(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
    onData(stream, _, done) {
      let mail = "";
      stream.on("data", (chunk: Buffer) => {
        mail += chunk;
      });
      stream.on("end", () => {
        taken.push(mail);
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { taken, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

test("taken: the words arrive whole", async () => {
  const { url, taken } = await mailServer();
  expect(await sendMail(MAIL, { url, from, timeoutMs: 5_000 })).toEqual({ kind: "sent" });
  expect(taken[0]).toContain("To: he@example.org");
  expect(taken[0]).toContain(Buffer.from(MAIL.text).toString("base64"));
});

test("refused for good, refused for now, away, slow, or not set up: each says so", async () => {
  const answering = (responseCode: number) => ({
    onRcptTo: (_: unknown, __: unknown, done: (error?: Error | null) => void) => done(Object.assign(new Error("no"), { responseCode })),
  });
  const tried = async (options?: ConstructorParameters<typeof SMTPServer>[0]) =>
    sendMail(MAIL, { url: (await mailServer(options)).url, from, timeoutMs: 5_000 });
  expect(await tried(answering(550))).toEqual({ kind: "notSent", retry: false, code: "mailRefused", detail: "550" });
  expect(await tried(answering(451))).toEqual({ kind: "notSent", retry: true, code: "mailRefused", detail: "451" });
  expect(await sendMail(MAIL, { url: "smtp://127.0.0.1:1", from, timeoutMs: 5_000 })).toMatchObject({
    retry: true,
    code: "mailUnreachable",
  });
  const silent = net.createServer();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void silent.close());
  const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  expect(await sendMail(MAIL, { url, from, timeoutMs: 150 })).toMatchObject({ retry: true, code: "timeout" });
  expect(await sendMail(MAIL, { url: undefined, from, timeoutMs: 150 })).toMatchObject({ retry: false, code: "noMailServer" });
});

test("refused for one of those whom it is for: the others have it once, and it is no success", async () => {
  const { url, taken } = await mailServer({
    onRcptTo: ({ address }, _, done) =>
      done(address === "gone@example.org" ? Object.assign(new Error("no"), { responseCode: 550 }) : undefined),
  });
  const mail = { ...MAIL, to: ["he@example.org", "gone@example.org"] };
  expect(await sendMail(mail, { url, from, timeoutMs: 5_000 })).toEqual({
    kind: "notSent",
    retry: false,
    code: "mailRefused",
    detail: "550",
  });
  expect(taken).toHaveLength(1);
});
