"use client";

import { NextIntlClientProvider, useLocale, useTimeZone } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { commonZone, DEFAULT_TIME_ZONE } from "@/lib/time/zones";

const Clocks = createContext<ReadonlyMap<string, string>>(new Map());

type Props = { clocks: readonly { id: string; timeZone: string }[]; children: ReactNode };

/**
 * By whose clocks an officer's screens go: whatever belongs to one account by that account's (`AccountClock`), and what belongs to
 * several or to none by that of the officer's first.
 */
export function AccountClocks({ clocks, children }: Props) {
  const zones = new Map(clocks.map(({ id, timeZone }) => [id, timeZone]));
  return (
    <Clocks value={zones}>
      <By timeZone={commonZone(zones.values())}>{children}</By>
    </Clocks>
  );
}

/** Everything in it is shown, and typed, by the clock of an account; null: by that of the screen around it. */
export function AccountClock({ accountId, children }: { accountId: string | null; children: ReactNode }) {
  const timeZone = useZoneOf(accountId);
  return useZone() === timeZone ? children : <By timeZone={timeZone}>{children}</By>;
}

/** By which zone the part of the screen goes that asks. */
export function useZone(): string {
  return useTimeZone() ?? DEFAULT_TIME_ZONE;
}

/** By which zone an account goes; for none, and for one that the officer does not see, that of this part of the screen. */
export function useZoneOf(accountId: string | null | undefined): string {
  const zones = useContext(Clocks);
  const here = useZone();
  return zones.get(accountId ?? "") ?? here;
}

function By({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={useLocale()} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  );
}
