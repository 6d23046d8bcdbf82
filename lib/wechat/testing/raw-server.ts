import net from "node:net";
import { onTestFinished } from "vitest";

export type RawServer = {
  baseUrl: string /** One text a connection: what was received on it. */;
  received: string[];
};

/**
 * A TCP server for one test that lets `onConnection` break every rule of HTTP, and `onRequest`
 * once a whole request has come in.
 */
export async function rawServer(reaction: {
  onConnection?: (socket: net.Socket) => void;
  onRequest?: (socket: net.Socket) => void;
}): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    const place = received.push("") - 1;
    socket.on("data", (chunk) => {
      received[place] += chunk.toString("utf8");
      if (isWhole(received[place] ?? "")) reaction.onRequest?.(socket);
    });
    reaction.onConnection?.(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    received,
  };
}

/** A server that answers every request alike. */
export function answering(answer: string | Buffer): Promise<RawServer> {
  return rawServer({ onRequest: (socket) => socket.end(answer) });
}

/** An HTTP 200 with this JSON text. */
export function jsonAnswer(json: string): string {
  return httpAnswer("200 OK", json, "application/json; encoding=utf-8");
}

export function httpAnswer(status: string, body: string, contentType = "text/html"): string {
  return `HTTP/1.1 ${status}\r\nContent-Type: ${contentType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** An address on which nothing listens. */
export async function closedAddress(): Promise<string> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return `127.0.0.1:${port}`;
}

function isWhole(text: string): boolean {
  const [head, body] = text.split("\r\n\r\n", 2);
  if (body === undefined) return false;
  const length = /content-length: (\d+)/i.exec(head ?? "")?.[1] ?? "0";
  return Buffer.byteLength(body) >= Number(length);
}
