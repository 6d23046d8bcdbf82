import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiCall, ApiResult } from "./api-calls";
import { platformNow } from "./clock";
import { dailyLimitOf, ENDPOINTS } from "./endpoints";
import { refusal } from "./errcodes";
import { breakOff, delayAnswer, type FaultRule, takeFault } from "./faults";
import { readBody, sendJson } from "./http-messages";
import { writeJournal } from "./journal";
import type { Platform } from "./platform";
import { countCall } from "./quotas";
import { hasRight } from "./rights";
import { checkToken } from "./tokens";

/** Faults before which a call has no effect. */
const NOTHING_DONE = ["http-502", "page", "huge", "drip"];

/** An odd number of backslashes before `u`: an escape, not a backslash that was escaped. */
const UNICODE_ESCAPE = /(?<!\\)(?:\\\\)*\\u[0-9a-fA-F]{4}/;

/** Answers one call of the platform's API, or breaks it off where a fault rule says so. */
export async function answerApi(platform: Platform, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const bytes = await readBody(request);
  const contentType = request.headers["content-type"] ?? "";
  const isForm = contentType.startsWith("multipart/");
  const raw = isForm ? `form of ${bytes.length} bytes` : bytes.toString();
  const body = isForm ? null : parseObject(raw);
  const openid = typeof body?.touser === "string" ? body.touser : null;
  const fault = takeFault(platform, url.pathname, openid);
  if (fault?.kind === "latency") await delayAnswer(platform, fault);

  platform.counters.apiCalls += 1;
  const method = request.method ?? "GET";
  const given = { method, url, raw, body, bytes, contentType, host: request.headers.host ?? "" };
  const result = await resultOf(platform, fault, given);
  const { pathname: path } = url;
  const taken = result?.taken ?? false;
  writeJournal(platform.journal, {
    type: "api",
    method,
    path,
    openid,
    body: raw,
    answer: result?.answer ?? null,
    taken,
    fault: fault?.kind ?? null,
  });

  if (fault && breaksOff(fault)) await breakOff(platform, fault, response);
  else if (result?.file) response.writeHead(200, result.file.headers).end(result.file.bytes);
  else sendJson(response, 200, result?.answer);
}

type Given = {
  method: string;
  url: URL;
  raw: string;
  body: Record<string, unknown> | null;
  bytes: Buffer;
  contentType: string;
  host: string;
};

async function resultOf(platform: Platform, fault: FaultRule | null, given: Given): Promise<ApiResult | null> {
  if (fault?.kind === "errcode") {
    return { answer: refusal(fault.errcode ?? -1, fault.errmsg) };
  }
  if (fault?.kind === "answer") return { answer: fault.answer ?? {} };
  if (fault?.kind.endsWith("-before") || NOTHING_DONE.includes(fault?.kind ?? "")) return null;
  return handle(platform, given);
}

function breaksOff(fault: FaultRule): boolean {
  return !["errcode", "latency", "answer"].includes(fault.kind);
}

function handle(platform: Platform, { method, url, raw, body, bytes, contentType, host }: Given): ApiResult | Promise<ApiResult> {
  const endpoint = ENDPOINTS[url.pathname];
  if (!endpoint) return { answer: refusal(40066) };
  if (method !== endpoint.method) {
    return { answer: refusal(endpoint.method === "POST" ? 43002 : 43001) };
  }

  const now = platformNow(platform.clock);
  if (endpoint.needsToken !== false) {
    const refused = checkToken(platform.tokens, url.searchParams.get("access_token"), now);
    if (refused) return { answer: refusal(refused) };
  }
  if (!hasRight(platform.settings, endpoint.right)) return { answer: refusal(48001) };
  const limitOf = (path: string) => dailyLimitOf(platform.settings, path);
  if (!countCall(platform.quotas, url.pathname, limitOf(url.pathname), now)) return { answer: refusal(45009) };
  if (endpoint.method === "POST" && !endpoint.takesForm) {
    if (raw === "") return { answer: refusal(44002) };
    if (UNICODE_ESCAPE.test(raw)) return { answer: refusal(40033) };
    if (!body) return { answer: refusal(47001) };
  }
  const call: ApiCall = {
    platform,
    query: url.searchParams,
    body: body ?? {},
    raw: bytes,
    contentType,
    host,
    now,
    limitOf,
  };
  return endpoint.handle(call);
}

function parseObject(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
