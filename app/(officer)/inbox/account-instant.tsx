"use client";

import { AccountClock } from "@/app/(officer)/account-clocks";
import { useDates } from "./use-dates";

type Props = { accountId: string; at: Date; as: "date" | "moment" };

/** One instant, by the clock of an account, in a list that holds those of several. */
export function AccountInstant({ accountId, ...instant }: Props) {
  return (
    <AccountClock accountId={accountId}>
      <Instant {...instant} />
    </AccountClock>
  );
}

function Instant({ at, as }: Omit<Props, "accountId">) {
  return useDates()[as](at);
}
