import http from "node:http";
import { connect, type NoConnectionReason } from "./connection";

export const MAX_ANSWER_BYTES = 1024 * 1024;

export type UnclearReason = "timeout" | "reset" | "notHttp" | "httpStatus" | "tooLarge" | "notJson";
export type ApiAnswer =
  | { kind: "answered"; json: Record<string, unknown> }
  /** No byte of the request was written. */
  | { kind: "notConnected"; reason: NoConnectionReason }
  /** WeChat may have acted on the request. `detail` never holds a word of the request or of the answer. */
  | { kind: "unclear"; reason: UnclearReason; detail: string };

export type ApiCall = {
  /** Scheme, host, port and any path before WeChat's own. */
  baseUrl: string;
  /** From `/cgi-bin` on. */
  path: string;
  query?: Record<string, string>;
  /** Sent as a POST in JSON with raw Unicode; without it the call is a GET. */
  body?: Record<string, unknown>;
  /** For all of it, from the name look-up to the last byte of the answer. */
  timeoutMs: number;
  /** By performance.now(), which goes on while a process is stopped: no byte is written after it. */
  notAfter?: number;
};

/**
 * One call over one fresh connection, which stands before the first byte is written: a stale
 * kept-alive socket would look like an ambiguous outcome. Redirects are not followed.
 * Throws `TypeError` for a base URL that is not http(s); every outcome of the network is an answer.
 */
export async function callApi(call: ApiCall): Promise<ApiAnswer> {
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
    return await exchange(url, call.body, connection.socket, deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}

function urlOf(call: ApiCall): URL {
  const url = new URL(call.baseUrl.replace(/\/+$/, "") + call.path);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new TypeError("the base URL is not http(s)");
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  return url;
}

function exchange(url: URL, body: ApiCall["body"], socket: NonNullable<http.IncomingMessage["socket"]>, signal: AbortSignal) {
  return new Promise<ApiAnswer>((resolve) => {
    const finish = (answer: ApiAnswer) => {
      socket.destroy();
      resolve(answer);
    };
    const unclear = (reason: UnclearReason, detail: string) => finish({ kind: "unclear", reason, detail });
    const onError = (error: NodeJS.ErrnoException) =>
      unclear(error.code?.startsWith("HPE_") ? "notHttp" : "reset", error.code ?? "the connection broke off");
    signal.addEventListener("abort", () => unclear("timeout", "no complete answer in time"), { once: true });

    const payload = body && Buffer.from(JSON.stringify(body), "utf8");
    const request = http.request({
      createConnection: () => socket,
      method: payload ? "POST" : "GET",
      path: url.pathname + url.search,
      headers: {
        host: url.host,
        ...(payload && {
          "content-type": "application/json; charset=utf-8",
          "content-length": payload.length,
        }),
      },
    });
    request.on("error", onError);
    request.once("response", (response) => {
      response.on("error", onError);
      readBody(
        response,
        (bytes) => finish(answerFrom(response, bytes)),
        () => unclear("tooLarge", `above ${MAX_ANSWER_BYTES} bytes`),
      );
    });
    request.end(payload);
  });
}

function readBody(response: http.IncomingMessage, onEnd: (bytes: Buffer) => void, onTooLarge: () => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) onTooLarge();
    else chunks.push(chunk);
  });
  response.once("end", () => onEnd(Buffer.concat(chunks)));
}

function answerFrom(response: http.IncomingMessage, bytes: Buffer): ApiAnswer {
  const status = response.statusCode ?? 0;
  const detail = `HTTP ${status}, ${bytes.length} bytes`;
  if (status < 200 || status > 299) return { kind: "unclear", reason: "httpStatus", detail };

  const json = jsonObject(bytes);
  return json ? { kind: "answered", json } : { kind: "unclear", reason: "notJson", detail };
}

function jsonObject(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
