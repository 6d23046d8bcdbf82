import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsPage } from "@/app/(officer)/settings/settings-page";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listAccountClocks } from "@/lib/accounts/queries";
import { askedOf } from "@/lib/audit/asking";
import { lookAtTrail } from "@/lib/audit/look-at-trail";
import { listPeople, namesIn } from "@/lib/audit/queries";
import { cursorOf, cursorText, DESK, FORMATS } from "@/lib/audit/rules";
import { auditParams } from "@/lib/audit/schema";
import { wordsOf } from "@/lib/audit/words";
import { sealingLag } from "@/lib/events/heads";
import { now } from "@/lib/time/clock";
import { DEFAULT_TIME_ZONE } from "@/lib/time/zones";
import { localeOf } from "@/lib/web/locales";
import { requireOfficer } from "@/lib/web/require-officer";
import { AuditFilters } from "./audit-filters";
import { EventTable } from "./event-table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Sealing goes on every two seconds: what is longer behind is worth a word. */
const LAG_SAID_FROM = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("audit") };
}

/** Who did what to which record, by account, newest first. For supervisors and admins. */
export default async function AuditPage({ searchParams }: Props) {
  const officer = await requireOfficer("audit.read");
  const [t, locale, asked, accounts, people, lag] = await Promise.all([
    getTranslations("audit"),
    getLocale(),
    searchParams,
    listAccountClocks(officer.scope),
    listPeople(officer.scope),
    sealingLag(),
  ]);
  const parsed = auditParams.safeParse(asked);
  const { cursor, ...params } = parsed.data ?? {};
  const known = params.account === DESK || accounts.some(({ slug }) => slug === params.account);
  const isValid = parsed.success && (params.account === undefined || known);
  const query = askedOf(isValid ? params : {}, accounts, now());
  const page = isValid ? await lookAtTrail(query, cursor ? cursorOf(cursor) : null, officer) : { rows: [], next: null };
  const names = await namesIn(page.rows);
  const { slug, accountId: _, machine, ...said } = query;
  const search = new URLSearchParams(
    Object.entries({ account: slug, ...said, machine: machine ? "1" : undefined }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  const words = wordsOf(localeOf(locale));
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      <AuditFilters accounts={accounts} people={people} query={query} kinds={words.groups} />
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-ink-2 text-sm">{t("export")}</span>
        {FORMATS.map((format) => (
          <a key={format} href={`/api/audit/export?${search}&format=${format}`} className={buttonClass("quiet", "small")}>
            {format.toUpperCase()}
          </a>
        ))}
        {lag > LAG_SAID_FROM ? <span className="text-late text-sm">{t("lag", { seconds: Math.round(lag) })}</span> : null}
      </p>
      {!isValid ? (
        <p role="alert" className="text-late">
          {t("invalid")}
        </p>
      ) : page.rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <EventTable
          rows={page.rows}
          names={names}
          words={words}
          timeZone={accounts.find((account) => account.slug === slug)?.timeZone ?? DEFAULT_TIME_ZONE}
        />
      )}
      <p className="flex gap-2">
        {cursor === undefined ? null : (
          <Link href={`/settings/audit?${search}`} className={buttonClass("quiet", "small")}>
            {t("newer")}
          </Link>
        )}
        {page.next === null ? null : (
          <Link href={`/settings/audit?${search}&cursor=${cursorText(page.next)}`} className={buttonClass("quiet", "small")}>
            {t("older")}
          </Link>
        )}
      </p>
    </SettingsPage>
  );
}
