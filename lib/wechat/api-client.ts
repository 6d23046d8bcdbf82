import type { NoConnectionReason } from "./connection";
import { type Exchange, type ExchangeReason, exchange } from "./exchange";

export const MAX_ANSWER_BYTES = 1024 * 1024;

export type UnclearReason = ExchangeReason | "httpStatus" | "notJson";
export type ApiAnswer =
  | { kind: "answered"; json: Record<string, unknown> }
  /** No byte of the request was written. */
  | { kind: "notConnected"; reason: NoConnectionReason }
  /** WeChat may have acted on the request. `detail` never holds a word of the request or of the answer. */
  | { kind: "unclear"; reason: UnclearReason; detail: string };

export type ApiCall = Omit<Exchange, "maxBytes" | "payload"> & {
  /** Sent as a POST in JSON with raw Unicode, or a form as it is; without it the call is a GET. */
  body?: Record<string, unknown>;
  form?: { type: string; bytes: Buffer };
};

/** One exchange that WeChat answers in JSON. Throws `TypeError` for a base URL that is not http(s); every outcome of the network is an answer. */
export async function callApi({ body, form, ...call }: ApiCall): Promise<ApiAnswer> {
  const json = body && { type: "application/json; charset=utf-8", bytes: Buffer.from(JSON.stringify(body), "utf8") };
  const answer = await exchange({ ...call, payload: form ?? json, maxBytes: MAX_ANSWER_BYTES });
  return answer.kind === "answered" ? answerFrom(answer.status, answer.bytes) : answer;
}

function answerFrom(status: number, bytes: Buffer): ApiAnswer {
  const detail = `HTTP ${status}, ${bytes.length} bytes`;
  if (status < 200 || status > 299) return { kind: "unclear", reason: "httpStatus", detail };

  const json = jsonObject(bytes);
  return json ? { kind: "answered", json } : { kind: "unclear", reason: "notJson", detail };
}

/** The JSON object that these bytes are, or null. */
export function jsonObject(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
