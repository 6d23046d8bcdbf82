import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Platform } from "./platform";

/**
 * What goes wrong with API calls. `api` is the end of a path (`custom/send`, `stable_token`) or
 * `*`; `skip` lets that many matching calls pass first; `times` 0 means until removed. "before" and
 * "after" are before and after the call had its effect. `ms` is how long a time-out holds the
 * connection open, or the latency. `page` is a gateway's page with status 200, `huge` a picture of 200 MB that does not say its length, `drip` one that comes a byte at a time; `answer` says what stands in the rule.
 */
export const faultSchema = z
  .object({
    api: z.string().min(1),
    openid: z.string().optional(),
    times: z.number().int().min(0).default(1),
    skip: z.number().int().min(0).default(0),
    kind: z.enum([
      "errcode",
      "latency",
      "timeout-before",
      "timeout-after",
      "reset-before",
      "reset-after",
      "http-502",
      "page",
      "huge",
      "drip",
      "answer",
    ]),
    answer: z.record(z.string(), z.unknown()).optional(),
    errcode: z.number().int().optional(),
    errmsg: z.string().optional(),
    ms: z.number().int().min(0).max(600_000).optional(),
  })
  .refine((rule) => rule.kind !== "errcode" || rule.errcode !== undefined, {
    message: "a rule of kind errcode needs an errcode",
  });

export type FaultRule = z.output<typeof faultSchema> & {
  id: number;
  used: number;
};

const LATENCY_MS = 1000;
const HOLD_MS = 60_000;
const HUGE_BYTES = 200_000_000;
const HUGE_CHUNK = Buffer.alloc(100_000, 0xff);
const DRIP_MS = 100;

const BAD_GATEWAY = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
</html>
`;

/** The rule that strikes this call, if any; a rule that is spent disappears. */
export function takeFault(platform: Platform, path: string, openid: string | null) {
  const matching = platform.faults.filter((rule) => matches(rule, path) && (rule.openid === undefined || rule.openid === openid));
  for (const rule of matching) {
    if (rule.skip > 0) {
      rule.skip -= 1;
      continue;
    }
    rule.used += 1;
    if (rule.times > 0 && rule.used >= rule.times) {
      platform.faults = platform.faults.filter((other) => other !== rule);
    }
    return rule;
  }
  return null;
}

/** The pause of a latency rule. */
export async function delayAnswer(platform: Platform, rule: FaultRule): Promise<void> {
  await wait(platform, rule.ms ?? LATENCY_MS);
}

/** Ends the connection as the rule says; the caller never gets an answer of ours. */
export async function breakOff(platform: Platform, rule: FaultRule, response: ServerResponse): Promise<void> {
  if (rule.kind === "http-502" || rule.kind === "page") {
    response.writeHead(rule.kind === "page" ? 200 : 502, { "content-type": "text/html" }).end(BAD_GATEWAY);
    return;
  }
  if (rule.kind === "huge" || rule.kind === "drip") return pour(platform, rule.kind === "huge", response);
  if (rule.kind.startsWith("timeout")) await wait(platform, rule.ms ?? HOLD_MS);
  response.socket?.resetAndDestroy();
}

/** As long as the caller takes it in. */
async function pour(platform: Platform, isHuge: boolean, response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "image/jpeg" }).flushHeaders();
  await pipeline(Readable.from(poured(platform, isHuge)), response).catch(() => undefined);
}

async function* poured(platform: Platform, isHuge: boolean) {
  const chunk = isHuge ? HUGE_CHUNK : HUGE_CHUNK.subarray(0, 1);
  for (let sent = 0; sent < HUGE_BYTES && !platform.ending.signal.aborted; sent += chunk.length) {
    if (!isHuge) await wait(platform, DRIP_MS);
    yield chunk;
  }
}

function matches(rule: FaultRule, path: string): boolean {
  return rule.api === "*" || path.endsWith(`/${rule.api}`);
}

async function wait(platform: Platform, ms: number): Promise<void> {
  await pause(ms, undefined, { signal: platform.ending.signal }).catch(() => {});
}
