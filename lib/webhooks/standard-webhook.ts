import { createHmac } from "node:crypto";
import type { AddressReason, NoAnswerReason } from "./checked-address";
import { postJson } from "./post-json";

export type StandardWebhook = {
  address: string;
  /** `whsec_` and base64, as standardwebhooks.com writes them; each signs. */
  secrets: readonly string[];
  /** The same for every try of the same message: by it the other side knows a repetition. */
  id: string;
  body: string;
  timeoutMs: number;
  allowHosts: readonly string[];
};
/** `retry`: it may well be taken later. `detail`: the status. */
export type WebhookOutcome =
  | { kind: "taken" }
  | { kind: "notTaken"; retry: boolean; code: AddressReason | NoAnswerReason | "httpStatus"; detail: string | null };

const GONE = 410;

/**
 * One message signed as Standard Webhooks says: `webhook-signature` holds, for each secret, `v1,` and the HMAC-SHA256, in base64, of id,
 * timestamp in seconds and body with dots between. Any status from 200 to 299 takes it, 410 never will. Never throws.
 */
export async function sendStandardWebhook({ secrets, id, ...hook }: StandardWebhook, at: Date): Promise<WebhookOutcome> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signature = secrets.map((secret) => signed(secret, `${id}.${timestamp}.${hook.body}`)).join(" ");
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  const answer = await postJson({ ...hook, headers });
  // A name that leads inward may have been resolved wrongly for a moment.
  if (answer.kind === "refused") return { kind: "notTaken", retry: answer.reason === "privateAddress", code: answer.reason, detail: null };
  if (answer.kind === "unanswered") return { kind: "notTaken", retry: true, code: answer.reason, detail: null };
  const { status } = answer;
  if (status >= 200 && status <= 299) return { kind: "taken" };
  return { kind: "notTaken", retry: status !== GONE, code: "httpStatus", detail: String(status) };
}

function signed(secret: string, message: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(message).digest("base64")}`;
}
