import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskNavigation } from "@/app/(officer)/desk-navigation";
import { OfficerMenu } from "@/app/(officer)/officer-menu";
import { listAccountClocks } from "@/lib/accounts/queries";
import { listColleagues } from "@/lib/officers/queries";
import { may } from "@/lib/officers/rules";
import { narrowed } from "@/lib/officers/scope";
import { listHandovers } from "@/lib/shifts/handovers";
import { listSwaps, rosterWeek } from "@/lib/shifts/lists";
import { now } from "@/lib/time/clock";
import { dayOf, mondayOf } from "@/lib/time/zones";
import { requireOfficer } from "@/lib/web/require-officer";
import { Roster } from "./roster";

const HANDOVERS = 10;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roster"))("title") };
}

/** 值班表: an account's week, who asks whom to swap, and what was handed over last. */
export default async function RosterPage({ searchParams }: Props) {
  const officer = await requireOfficer("inbox.read");
  const [asked, accounts] = await Promise.all([searchParams, listAccountClocks(officer.scope)]);
  const account = accounts.find(({ slug }) => slug === asked.account) ?? accounts[0];
  if (!account) notFound();
  const at = now();
  const monday = mondayOf(isDay(asked.week) ? asked.week : dayOf(at, account.timeZone));
  const [week, swaps, handovers, people] = await Promise.all([
    rosterWeek(officer.scope, account.id, monday),
    listSwaps(officer.scope, account.id, at),
    listHandovers(officer.scope, account.id, HANDOVERS),
    listColleagues(narrowed(officer.scope, account.id)),
  ]);
  if (!week) notFound();
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)]">
      <header className="flex h-12 items-center gap-3 border-line border-b bg-panel px-4 max-md:px-3">
        <DeskNavigation accounts={accounts.map(({ name }) => name)} />
        <span className="flex-1" />
        <OfficerMenu name={officer.name} role={officer.role} />
      </header>
      <main id="main" tabIndex={-1} className="overflow-y-auto outline-none">
        <Roster
          officer={{ id: officer.id, plans: may(officer.role, "roster.write") }}
          accounts={accounts.map(({ id, slug, name }) => ({ id, slug, name }))}
          account={{ id: account.id, slug: account.slug }}
          monday={monday}
          now={at}
          week={week}
          swaps={swaps}
          handovers={handovers}
          people={people.map(({ id, name }) => ({ id, name }))}
        />
      </main>
    </div>
  );
}

function isDay(asked: string | string[] | undefined): asked is string {
  return typeof asked === "string" && DAY.test(asked) && !Number.isNaN(Date.parse(asked));
}
