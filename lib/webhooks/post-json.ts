import dns from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./addresses";

export type PostReason = "badAddress" | "notHttps" | "privateAddress";
export type NoAnswerReason = "dns" | "connectionRefused" | "timeout" | "tls" | "network" | "tooLarge";
export type PostAnswer =
  | { kind: "answered"; status: number; json: Record<string, unknown> | null }
  /** Nothing was sent, and never will be. */
  | { kind: "refused"; reason: PostReason }
  | { kind: "unanswered"; reason: NoAnswerReason };

export type JsonPost = {
  address: string;
  headers?: Record<string, string>;
  body: string;
  /** For all of it, from the name look-up to the last byte of the answer. */
  timeoutMs: number;
  /** Hosts of the deployment's own network, each host or host:port, that may be private and without https. */
  allowHosts: readonly string[];
};

const MAX_ANSWER_BYTES = 64 * 1024;
const MOST_ADDRESSES = 3;
const REASONS: Record<string, NoAnswerReason> = {
  ...{ ENOTFOUND: "dns", EAI_AGAIN: "dns", ENODATA: "dns", ECONNREFUSED: "connectionRefused", ETIMEDOUT: "timeout", ABORT_ERR: "timeout" },
};

/**
 * One POST to an address that somebody typed in. Every address that its name resolves to must be public, and the connection goes to the
 * one that was checked, so that a name that resolves otherwise a moment later leads nowhere. Redirects are not followed. Never throws.
 */
export async function postJson(post: JsonPost): Promise<PostAnswer> {
  const url = URL.canParse(post.address) ? new URL(post.address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return { kind: "refused", reason: "badAddress" };
  const isOwn = post.allowHosts.includes(url.host) || post.allowHosts.includes(url.hostname);
  if (url.protocol !== "https:" && !isOwn) return { kind: "refused", reason: "notHttps" };

  const deadline = AbortSignal.timeout(post.timeoutMs);
  const addresses = await resolve(url.hostname.replace(/^\[|\]$/g, ""), deadline);
  if (!Array.isArray(addresses)) return { kind: "unanswered", reason: addresses };
  if (!isOwn && !addresses.every(isPublicAddress)) return { kind: "refused", reason: "privateAddress" };
  let answer: PostAnswer = { kind: "unanswered", reason: "dns" };
  for (const address of addresses.slice(0, MOST_ADDRESSES)) {
    answer = await exchange(url, address, post, deadline);
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

function exchange(url: URL, address: string, post: JsonPost, signal: AbortSignal): Promise<PostAnswer> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === "https:";
    let connected = false;
    const onError = (error: NodeJS.ErrnoException) => {
      const unknown = isSecure && connected ? "tls" : "network";
      const reason = signal.aborted ? "timeout" : (REASONS[error.code ?? ""] ?? unknown);
      resolve({ kind: "unanswered", reason });
    };
    const request = (isSecure ? https : http).request(
      {
        host: address,
        port: url.port || (isSecure ? 443 : 80),
        ...(isSecure && isIP(url.hostname) === 0 ? { servername: url.hostname } : {}),
        path: url.pathname + url.search,
        method: "POST",
        agent: false,
        signal,
        headers: {
          ...{ host: url.host, "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(post.body) },
          ...{ connection: "close", "user-agent": "jida", ...post.headers },
        },
      },
      (response) => {
        response.on("error", onError);
        readBody(response, (bytes) =>
          resolve(
            bytes
              ? { kind: "answered", status: response.statusCode ?? 0, json: jsonObject(bytes) }
              : { kind: "unanswered", reason: "tooLarge" },
          ),
        );
      },
    );
    request.on("socket", (socket) =>
      socket.once("connect", () => {
        connected = true;
      }),
    );
    request.on("error", onError);
    request.end(post.body);
  });
}

/** Hands over the whole body, or null for one that is too large. */
function readBody(response: http.IncomingMessage, done: (bytes: Buffer | null) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= MAX_ANSWER_BYTES) return;
    done(null);
    response.destroy();
  });
  response.once("end", () => done(Buffer.concat(chunks)));
}

function jsonObject(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
