import http from "node:http";
import { connect, type NoConnectionReason } from "./connection";

export type ExchangeReason = "timeout" | "reset" | "notHttp" | "tooLarge";
export type Exchanged =
  | { kind: "answered"; status: number; bytes: Buffer }
  /** No byte of the request was written. */
  | { kind: "notConnected"; reason: NoConnectionReason }
  /** WeChat may have acted on the request. `detail` never holds a word of the request or of the answer. */
  | { kind: "unclear"; reason: ExchangeReason; detail: string };

export type Exchange = {
  /** Scheme, host, port and any path before WeChat's own. */
  baseUrl: string;
  /** From `/cgi-bin` on. */
  path: string;
  query?: Record<string, string>;
  /** What is posted; without it the call is a GET. */
  payload?: { type: string; bytes: Buffer } | undefined;
  /** What of an answer is read at most. */
  maxBytes: number;
  /** For all of it, from the name look-up to the last byte of the answer. */
  timeoutMs: number;
  /** By performance.now(), which goes on while a process is stopped: no byte is written after it. */
  notAfter?: number | undefined;
};

/**
 * One request over one fresh connection, which stands before the first byte is written: a stale
 * kept-alive socket would look like an ambiguous outcome. Redirects are not followed.
 * Throws `TypeError` for a base URL that is not http(s); every outcome of the network is an answer.
 */
export async function exchange(call: Exchange): Promise<Exchanged> {
  const url = urlOf(call);
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), call.timeoutMs);
  try {
    const connection = await connect(url, deadline.signal);
    if (connection.kind === "notConnected") return connection;
    if (performance.now() > (call.notAfter ?? Number.POSITIVE_INFINITY)) {
      connection.socket.destroy();
      return { kind: "notConnected", reason: "tooLate" };
    }
    return await ask(url, call, connection.socket, deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}

function urlOf(call: Exchange): URL {
  const url = new URL(call.baseUrl.replace(/\/+$/, "") + call.path);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new TypeError("the base URL is not http(s)");
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  return url;
}

function ask(url: URL, { payload, maxBytes }: Exchange, socket: NonNullable<http.IncomingMessage["socket"]>, signal: AbortSignal) {
  return new Promise<Exchanged>((resolve) => {
    const finish = (answer: Exchanged) => {
      socket.destroy();
      resolve(answer);
    };
    const unclear = (reason: ExchangeReason, detail: string) => finish({ kind: "unclear", reason, detail });
    const onError = (error: NodeJS.ErrnoException) =>
      unclear(error.code?.startsWith("HPE_") ? "notHttp" : "reset", error.code ?? "the connection broke off");
    signal.addEventListener("abort", () => unclear("timeout", "no complete answer in time"), { once: true });

    const request = http.request({
      createConnection: () => socket,
      method: payload ? "POST" : "GET",
      path: url.pathname + url.search,
      headers: { host: url.host, ...(payload && { "content-type": payload.type, "content-length": payload.bytes.length }) },
    });
    request.on("error", onError);
    request.once("response", (response) => {
      response.on("error", onError);
      readBody(
        response,
        maxBytes,
        (bytes) => finish({ kind: "answered", status: response.statusCode ?? 0, bytes }),
        () => unclear("tooLarge", `above ${maxBytes} bytes`),
      );
    });
    request.end(payload?.bytes);
  });
}

function readBody(response: http.IncomingMessage, maxBytes: number, onEnd: (bytes: Buffer) => void, onTooLarge: () => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) onTooLarge();
    else chunks.push(chunk);
  });
  response.once("end", () => onEnd(Buffer.concat(chunks)));
}
