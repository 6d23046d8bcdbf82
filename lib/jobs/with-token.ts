import { sendingAccount } from "@/lib/accounts/queries";
import type { SendError } from "@/lib/replies/mark-failed";
import { accessTokenFor } from "./access-token";

export type NoToken = { kind: "noToken"; error: SendError };

/** One call in an account's name, once more with a fresh access token where WeChat refuses the one that was held. */
export async function withToken<Outcome extends { kind: string }>(
  accountId: string,
  call: (accessToken: string) => Promise<Outcome>,
): Promise<Outcome | NoToken> {
  const account = await sendingAccount(accountId);
  const token = await accessTokenFor(account);
  if (token.kind === "none") return { kind: "noToken", error: token.error };
  const outcome = await call(token.accessToken);
  if (!("retry" in outcome && outcome.retry === "tokenRefresh")) return outcome;
  const fresh = await accessTokenFor(account, token.accessToken);
  return fresh.kind === "none" ? { kind: "noToken", error: fresh.error } : call(fresh.accessToken);
}
