import { db, type Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { formerTimeZones } from "@/lib/time/zones";
import type { Calendar, Policy } from "./schema";
import { type Book, type Terms, termsAt } from "./terms";

/** Everything that an account ever owed its residents, to compute what was due at any time. @throws when there is no such account */
export async function readBook(accountId: string, tx: Tx = db): Promise<Book> {
  return bookOf(tx, accountId, { policies: {}, calendars: {} });
}

/** What holds from an instant on, all that is planned included: for whoever starts clocks. */
async function readBookFrom(accountId: string, since: Date, tx: Tx = db): Promise<Book> {
  const until = {
    where: { accountId, effectiveFrom: { lte: since } },
    orderBy: { effectiveFrom: "desc" },
    select: { effectiveFrom: true },
  } as const;
  const [policy, calendar] = [await tx.slaPolicy.findFirst(until), await tx.workCalendar.findFirst(until)];
  return bookOf(tx, accountId, { policies: from(policy), calendars: from(calendar) });
}

/** The policy and the calendar that held at an instant, as the transaction sees them. */
export async function termsOf(tx: Tx, accountId: string, at: Date): Promise<Terms> {
  return termsAt(await readBookFrom(accountId, at, tx), at);
}

/** What the accounts of a scope owe from now on, by the account's id. */
export async function currentBooks(scope: Scope, at = now()): Promise<Record<string, Book>> {
  return Object.fromEntries(await Promise.all(scope.accountIds.map(async (id) => [id, await readBookFrom(id, at)] as const)));
}

type Since = { effectiveFrom?: { gte: Date } };

function from(row: { effectiveFrom: Date } | null): Since {
  return row ? { effectiveFrom: { gte: row.effectiveFrom } } : {};
}

/** What is kept was accepted when it was saved. */
async function bookOf(tx: Tx, accountId: string, since: { policies: Since; calendars: Since }): Promise<Book> {
  const account = await tx.officialAccount.findUniqueOrThrow({
    where: { id: accountId },
    select: { timeZone: true, formerTimeZones: true },
  });
  const policies = await tx.slaPolicy.findMany({ where: { accountId, ...since.policies }, orderBy: { effectiveFrom: "asc" } });
  const calendars = await tx.workCalendar.findMany({ where: { accountId, ...since.calendars }, orderBy: { effectiveFrom: "asc" } });
  return {
    timeZone: account.timeZone,
    formerTimeZones: formerTimeZones(account.formerTimeZones),
    policies: policies.map(({ id, effectiveFrom, policy }) => ({ id, effectiveFrom, policy: policy as unknown as Policy })),
    calendars: calendars.map(({ id, effectiveFrom, calendar }) => ({ id, effectiveFrom, calendar: calendar as unknown as Calendar })),
  };
}
