import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import tls from "node:tls";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "./connection";
import { localhostCertificate } from "./testing/localhost-certificate";
import { closedAddress, jsonAnswer, rawServer } from "./testing/raw-server";

const inTime = () => AbortSignal.timeout(10_000);

test("a connection stands before a byte is written", async () => {
  const server = await rawServer({});
  const connection = await connect(new URL(server.baseUrl), inTime());
  expect(connection.kind).toBe("connected");
  if (connection.kind === "connected") connection.socket.destroy();
  expect(server.received).toEqual([""]);
});

test("nobody listens", async () => {
  const address = await closedAddress();
  for (const scheme of ["http", "https"]) {
    expect(await connect(new URL(`${scheme}://${address}`), inTime())).toEqual({
      kind: "notConnected",
      reason: "connectionRefused",
    });
  }
});

test("a name that does not exist", async () => {
  const connection = await connect(new URL("http://nowhere.invalid"), inTime());
  expect(connection).toEqual({ kind: "notConnected", reason: "dns" });
});

test("a handshake that gets no answer ends with the time-out, nothing of a request written", async () => {
  const server = await rawServer({});
  const connection = await connect(new URL(server.baseUrl.replace("http:", "https:")), AbortSignal.timeout(150));
  expect(connection).toEqual({
    kind: "notConnected",
    reason: "connectTimeout",
  });
  expect(await connect(new URL(server.baseUrl), AbortSignal.abort())).toEqual({
    kind: "notConnected",
    reason: "connectTimeout",
  });
});

test("a peer that does not speak TLS, breaks off, or shows a certificate nobody signed", async () => {
  const plain = await rawServer({
    onConnection: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
  });
  const closing = await rawServer({
    onConnection: (socket) => socket.destroy(),
  });
  const selfSigned = await tlsServer();
  for (const { baseUrl } of [plain, closing, selfSigned]) {
    const url = new URL(baseUrl.replace("http:", "https:"));
    expect(await connect(url, inTime())).toEqual({
      kind: "notConnected",
      reason: "tls",
    });
  }
  expect(selfSigned.received()).toBe("");
});

test("over TLS with a trusted certificate a text is sent, by name and by address", async () => {
  const server = await tlsServer();
  const { port } = new URL(server.baseUrl);
  const module = path.join(import.meta.dirname, "customer-message.ts");
  const script = `
    const { sendText } = await import(${JSON.stringify(module)});
    for (const host of ["localhost", "127.0.0.1"]) {
      const to = { baseUrl: "https://" + host + ":${port}", accessToken: "T", openid: "o", text: "停水" };
      console.log(JSON.stringify(await sendText({ ...to, timeoutMs: 20000 })));
    }`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificateFile() },
  });
  expect(stdout.trim().split("\n")).toEqual(['{"kind":"taken"}', '{"kind":"taken"}']);
  expect(server.received()).toContain('"content":"停水"');
}, 30_000);

async function tlsServer() {
  let received = "";
  const server = tls.createServer(localhostCertificate, (socket) => {
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      received += chunk.toString("utf8");
      if (received.endsWith("}")) socket.end(jsonAnswer('{"errcode":0,"errmsg":"ok"}'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : address;
  return { baseUrl: `https://127.0.0.1:${port}`, received: () => received };
}

function certificateFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "jida-certificate-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "certificate.pem");
  writeFileSync(file, localhostCertificate.cert);
  return file;
}
