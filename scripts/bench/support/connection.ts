import net from "node:net";

type Answer = { status: number; text: string };
/** A kept-alive HTTP/1.1 connection with one request on it at a time. */
export type Connection = { send(request: Buffer): Promise<Answer>; close(): void };

/**
 * Connects to this machine. Node's own HTTP client costs as much as the servers that are measured; this one writes prepared bytes
 * and looks only for the end of the answer. `send` rejects when the connection breaks; the connection is then of no more use.
 */
export async function connect(port: number): Promise<Connection> {
  const socket = net.connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  let received = "";
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    const answer = wholeAnswer(received);
    if (!answer) return;
    received = "";
    waiting?.resolve(answer);
    waiting = null;
  });
  socket.on("error", () => undefined);
  socket.on("close", () => waiting?.reject(new Error("the connection broke")));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (socket.destroyed) reject(new Error("the connection broke"));
        else socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** The bytes of a request of a browser that is signed in; with a body a POST. */
export function browserRequest(place: string, headers: Readonly<Record<string, string>>, body?: string): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === undefined ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  const head = `${body === undefined ? "GET" : "POST"} ${place} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join("")}${length}\r\n`;
  return Buffer.from(head + (body ?? ""));
}

/** The bytes of a push. */
export function requestOf(push: { path: string; body: string }): Buffer {
  const head = `POST ${push.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(push.body)}\r\n\r\n`;
  return Buffer.from(head + push.body);
}

function wholeAnswer(received: string): Answer | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = received.slice(0, end).toLowerCase();
  const text = received.slice(end + 4);
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  const whole = length === undefined ? text.endsWith("0\r\n\r\n") : text.length >= Number(length);
  return whole ? { status: Number(head.slice(9, 12)), text } : null;
}
