import { request } from "node:http";
import type { Envelope } from "./envelope";

const ANSWER_LIMIT = 1_000_000;

/** What came back from one delivery; `status` is null when nothing came back in time. */
export type Exchange = {
  status: number | null;
  body: string;
  problem: string | null;
  ms: number;
};

/**
 * One POST on a connection of its own, which is cut after `timeoutMs` like the platform's.
 * With `dropAnswer` it is cut when the answer arrives: the account believes that it answered.
 */
export function postToWebhook(webhookUrl: string, envelope: Envelope, timeoutMs: number, dropAnswer = false): Promise<Exchange> {
  return callWebhook(webhookUrl, envelope.query, timeoutMs, envelope.body, dropAnswer);
}

/** The same without a body: the platform's GET. */
export function getFromWebhook(webhookUrl: string, query: URLSearchParams, timeoutMs: number) {
  return callWebhook(webhookUrl, query, timeoutMs, null, false);
}

function callWebhook(
  webhookUrl: string,
  query: URLSearchParams,
  timeoutMs: number,
  body: string | null,
  dropAnswer: boolean,
): Promise<Exchange> {
  const url = new URL(webhookUrl);
  for (const [name, value] of query) url.searchParams.set(name, value);
  const startedAt = performance.now();

  return new Promise((resolve) => {
    const finish = (status: number | null, text: string, problem: string | null) => {
      clearTimeout(timer);
      resolve({
        status,
        body: text,
        problem,
        ms: Math.round(performance.now() - startedAt),
      });
    };
    const call = request(url, {
      agent: false,
      method: body === null ? "GET" : "POST",
      headers: {
        "user-agent": "Mozilla/4.0",
        accept: "*/*",
        ...(body === null
          ? {}
          : {
              "content-type": "text/xml",
              "content-length": Buffer.byteLength(body),
            }),
      },
    });
    const timer = setTimeout(() => {
      finish(null, "", "timeout");
      call.destroy();
    }, timeoutMs);

    call.on("error", (error: NodeJS.ErrnoException) => finish(null, "", error.code ?? "error"));
    call.on("response", (response) => {
      if (dropAnswer) {
        finish(null, "", "dropped");
        call.destroy();
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= ANSWER_LIMIT) chunks.push(chunk);
      });
      response.on("error", () => finish(null, "", "cut"));
      response.on("end", () => finish(response.statusCode ?? 0, Buffer.concat(chunks).toString(), null));
    });
    call.end(body ?? undefined);
  });
}
