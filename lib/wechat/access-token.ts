import { z } from "zod";
import { callApi, type UnclearReason } from "./api-client";
import { apiErrorOf } from "./api-error";
import type { NoConnectionReason } from "./connection";

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().int().positive(),
});

export type TokenOutcome =
  | { kind: "token"; accessToken: string; expiresInSeconds: number }
  | { kind: "refused"; errcode: number; errmsg: string; rid: string | null }
  /** Nothing usable came back; asking again is harmless. */
  | {
      kind: "unreachable";
      reason: NoConnectionReason | UnclearReason | "noToken";
    };

/**
 * The account's token from `stable_token` (protocol 4.1): the same one while it is valid.
 * `forceRefresh` kills the previous one at once and is limited to 20 a day, 30 s apart.
 */
export async function fetchStableToken(account: {
  baseUrl: string;
  appId: string;
  appSecret: string;
  forceRefresh: boolean;
  timeoutMs: number;
}): Promise<TokenOutcome> {
  const answer = await callApi({
    baseUrl: account.baseUrl,
    path: "/cgi-bin/stable_token",
    body: {
      grant_type: "client_credential",
      appid: account.appId,
      secret: account.appSecret,
      force_refresh: account.forceRefresh,
    },
    timeoutMs: account.timeoutMs,
  });
  if (answer.kind !== "answered") return { kind: "unreachable", reason: answer.reason };

  const error = apiErrorOf(answer.json, [account.appSecret]);
  if (error && error.errcode !== 0) return { kind: "refused", ...error };
  const token = tokenAnswer.safeParse(answer.json);
  if (!token.success) return { kind: "unreachable", reason: "noToken" };
  return {
    kind: "token",
    accessToken: token.data.access_token,
    expiresInSeconds: token.data.expires_in,
  };
}
