import { type AddressReason, askAddress, type NoAnswerReason } from "./checked-address";

export type PostAnswer =
  | { kind: "answered"; status: number; json: Record<string, unknown> | null }
  /** Nothing was sent, and never will be. */
  | { kind: "refused"; reason: AddressReason }
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

/** One POST of JSON to an address that somebody typed in, checked as `askAddress` checks it. Never throws. */
export async function postJson({ headers = {}, ...post }: JsonPost): Promise<PostAnswer> {
  const answer = await askAddress({
    ...post,
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    maxBytes: MAX_ANSWER_BYTES,
  });
  return answer.kind === "answered" ? { kind: "answered", status: answer.status, json: jsonObject(answer.bytes) } : answer;
}

function jsonObject(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
