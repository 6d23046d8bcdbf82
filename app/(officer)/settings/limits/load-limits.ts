import { type AccountClock, listAccountClocks } from "@/lib/accounts/queries";
import type { SignedInOfficer } from "@/lib/officers/queries";
import { may } from "@/lib/officers/rules";
import { calendarHistory, policyHistory, type Saved } from "@/lib/sla/savings";
import type { Calendar, Policy } from "@/lib/sla/schema";
import { now } from "@/lib/time/clock";

/** All that the pages of an account's limits show. The histories have what begins last first. */
export type Limits = {
  account: AccountClock;
  calendars: Saved<Calendar>[];
  policies: Saved<Policy>[];
  isEditor: boolean;
  now: Date;
};

/** The limits of the account that an address names, or of the officer's first; null for an officer without any. */
export async function loadLimits(
  officer: SignedInOfficer,
  asked: string | string[] | undefined,
): Promise<{ accounts: AccountClock[]; limits: Limits | null }> {
  const accounts = await listAccountClocks(officer.scope);
  const account = accounts.find(({ slug }) => slug === asked) ?? accounts[0];
  if (!account) return { accounts, limits: null };
  const [calendars, policies] = await Promise.all([calendarHistory(officer.scope, account.id), policyHistory(officer.scope, account.id)]);
  return { accounts, limits: { account, calendars, policies, isEditor: may(officer.role, "limits.write"), now: now() } };
}
