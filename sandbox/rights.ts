import type { Settings } from "./settings";

/** What an endpoint asks of the account: nothing, that it is verified, or a verified service account (protocol 10.1). */
export type Right = "everybody" | "verified" | "verifiedService";

/** Whether the account may call what asks for `right`: a test account may call nearly everything. */
export function hasRight({ kind, verified }: Settings, right: Right = "everybody"): boolean {
  if (right === "everybody" || kind === "test") return true;
  return verified && (right === "verified" || kind === "service");
}
