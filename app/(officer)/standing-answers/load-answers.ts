import { notFound } from "next/navigation";
import { type AccountClock, listAccountClocks } from "@/lib/accounts/queries";
import type { SignedInOfficer } from "@/lib/officers/queries";
import { listStandingAnswers, type StandingAnswer } from "@/lib/standing-answers/queries";
import { requireOfficer } from "@/lib/web/require-officer";

type Search = Promise<Record<string, string | string[] | undefined>>;
type Loaded = { officer: SignedInOfficer; account: AccountClock; answers: StandingAnswer[] };

/** The account that the address names, or the officer's first, with its standing answers. */
export async function loadAnswers(searchParams: Search): Promise<Loaded> {
  const officer = await requireOfficer("inbox.read");
  const [asked, accounts] = await Promise.all([searchParams, listAccountClocks(officer.scope)]);
  const account = accounts.find(({ slug }) => slug === asked.account) ?? accounts[0];
  if (!account) notFound();
  return { officer, account, answers: await listStandingAnswers(officer.scope, account.id) };
}
