import dns from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./addresses";

export type AddressReason = "badAddress" | "notHttps" | "privateAddress";
export type NoAnswerReason = "dns" | "connectionRefused" | "timeout" | "tls" | "network" | "tooLarge";
export type Answer =
  | { kind: "answered"; status: number; headers: http.IncomingHttpHeaders; bytes: Buffer }
  /** Nothing was sent, and never will be. */
  | { kind: "refused"; reason: AddressReason }
  | { kind: "unanswered"; reason: NoAnswerReason };

export type Asking = {
  address: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  /** For all of it, from the name look-up to the last byte of the answer. */
  timeoutMs: number;
  /** What of an answer is read at most. */
  maxBytes: number;
  /** Hosts of the deployment's own network, each host or host:port, that may be private and without https. */
  allowHosts: readonly string[];
  /** Whether http without TLS will do, for what is public and is checked by its content. */
  plain?: boolean;
};

const MOST_ADDRESSES = 3;
const REASONS: Record<string, NoAnswerReason> = {
  ...{ ENOTFOUND: "dns", EAI_AGAIN: "dns", ENODATA: "dns", ECONNREFUSED: "connectionRefused", ETIMEDOUT: "timeout", ABORT_ERR: "timeout" },
};

/**
 * One request to an address that somebody typed in. Every address that its name resolves to must be public, and the connection goes to
 * the one that was checked, so that a name that resolves otherwise a moment later leads nowhere. Redirects are not followed. Never throws.
 */
export async function askAddress(asking: Asking): Promise<Answer> {
  const url = URL.canParse(asking.address) ? new URL(asking.address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return { kind: "refused", reason: "badAddress" };
  const isOwn = asking.allowHosts.includes(url.host) || asking.allowHosts.includes(url.hostname);
  if (url.protocol !== "https:" && !isOwn && !asking.plain) return { kind: "refused", reason: "notHttps" };

  const deadline = AbortSignal.timeout(asking.timeoutMs);
  const addresses = await resolve(url.hostname.replace(/^\[|\]$/g, ""), deadline);
  if (!Array.isArray(addresses)) return { kind: "unanswered", reason: addresses };
  if (!isOwn && !addresses.every(isPublicAddress)) return { kind: "refused", reason: "privateAddress" };
  let answer: Answer = { kind: "unanswered", reason: "dns" };
  for (const address of addresses.slice(0, MOST_ADDRESSES)) {
    answer = await exchange(url, address, asking, deadline);
    const isElsewhere = answer.kind === "unanswered" && (answer.reason === "connectionRefused" || answer.reason === "network");
    if (!isElsewhere) break;
  }
  return answer;
}

async function resolve(hostname: string, deadline: AbortSignal): Promise<string[] | NoAnswerReason> {
  const late = new Promise<"timeout">((done) => deadline.addEventListener("abort", () => done("timeout"), { once: true }));
  const found = dns.lookup(hostname, { all: true }).then(
    (all) => all.map(({ address }) => address),
    () => "dns" as const,
  );
  return Promise.race([found, late]);
}

function exchange(url: URL, address: string, asking: Asking, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === "https:";
    let connected = false;
    const onError = (error: NodeJS.ErrnoException) => {
      const unknown = isSecure && connected ? "tls" : "network";
      const reason = signal.aborted ? "timeout" : (REASONS[error.code ?? ""] ?? unknown);
      resolve({ kind: "unanswered", reason });
    };
    const length = asking.body === undefined ? {} : { "content-length": Buffer.byteLength(asking.body) };
    const request = (isSecure ? https : http).request(
      {
        host: address,
        port: url.port || (isSecure ? 443 : 80),
        ...(isSecure && isIP(url.hostname.replace(/^\[|\]$/g, "")) === 0 ? { servername: url.hostname } : {}),
        path: url.pathname + url.search,
        method: asking.method,
        agent: false,
        signal,
        headers: { host: url.host, ...length, connection: "close", "user-agent": "jida", ...asking.headers },
      },
      (response) => {
        response.on("error", onError);
        const { statusCode: status = 0, headers } = response;
        readBody(response, asking.maxBytes, (bytes) =>
          resolve(bytes ? { kind: "answered", status, headers, bytes } : { kind: "unanswered", reason: "tooLarge" }),
        );
      },
    );
    request.on("socket", (socket) =>
      socket.once("connect", () => {
        connected = true;
      }),
    );
    request.on("error", onError);
    // Node ends a connection that the other side makes one of another protocol without a word.
    request.on("upgrade", (_, socket) => {
      socket.destroy();
      resolve({ kind: "unanswered", reason: "network" });
    });
    request.end(asking.body);
  });
}

/** Hands over the whole body, or null for one that is too large. */
function readBody(response: http.IncomingMessage, maxBytes: number, done: (bytes: Buffer | null) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const refuse = () => {
    done(null);
    response.destroy();
  };
  if (Number(response.headers["content-length"]) > maxBytes) {
    refuse();
    return;
  }
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size > maxBytes) refuse();
  });
  response.once("end", () => done(Buffer.concat(chunks)));
}
