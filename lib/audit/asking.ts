import { Refusal } from "@/lib/refusal";
import { DEFAULT_TIME_ZONE, dayOf, daysLater } from "@/lib/time/zones";
import type { AuditQuery } from "./queries";
import { DESK, SHOWN_DAYS } from "./rules";
import type { AuditParams } from "./schema";

type Account = { id: string; slug: string };

/**
 * What an address asks of the trail: without an account the first, without days the last seven.
 * @throws Refusal accountNotFound: one that is not among these
 */
export function askedOf(params: AuditParams, accounts: readonly Account[], at: Date): AuditQuery & { slug: string } {
  const { account, from, to, machine, ...rest } = params;
  const chosen = account === undefined ? accounts[0] : accounts.find(({ slug }) => slug === account);
  if (!chosen && account !== undefined && account !== DESK) throw new Refusal("accountNotFound");
  const end = to ?? dayOf(at, DEFAULT_TIME_ZONE);
  return {
    ...rest,
    slug: chosen?.slug ?? DESK,
    accountId: chosen?.id ?? null,
    from: from ?? daysLater(end, 1 - SHOWN_DAYS),
    to: end,
    machine: machine === "1",
  };
}
