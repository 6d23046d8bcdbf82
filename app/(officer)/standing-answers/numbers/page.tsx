import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { loadAnswers } from "@/app/(officer)/standing-answers/load-answers";
import { readStandingNumbers } from "@/lib/standing-answers/numbers";
import { now } from "@/lib/time/clock";
import { dayOf, daysLater, endOfDay, instantOf } from "@/lib/time/zones";
import { AskedTable } from "./asked-table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const SPANS = [7, 30, 90] as const;
const USUAL_SPAN = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standingAnswers"))("pages.numbers") };
}

/** How often each standing answer was asked for and did not help, and what was asked in vain. */
export default async function NumbersPage({ searchParams }: Props) {
  const [t, { officer, account }, asked] = await Promise.all([getTranslations("standingAnswers"), loadAnswers(searchParams), searchParams]);
  const span = SPANS.find((days) => String(days) === asked.days) ?? USUAL_SPAN;
  const at = now();
  const from = instantOf(daysLater(dayOf(at, account.timeZone), 1 - span), "00:00", account.timeZone);
  const { answers, beside, unanswered } = await readStandingNumbers(
    officer.scope,
    account.id,
    { from, until: endOfDay(at, account.timeZone) },
    at,
  );
  const besides = beside.map(({ means, asked: count }) => t(`numbers.besideOf.${means}`, { count }));
  return (
    <div>
      <SettingsPage title={t("pages.numbers")} lead={t("numbers.lead")}>
        <nav aria-label={t("numbers.period")} className="flex flex-wrap gap-1.5">
          {SPANS.map((days) => (
            <Link
              key={days}
              href={`/standing-answers/numbers?${new URLSearchParams({ account: account.slug, days: String(days) })}`}
              aria-current={days === span ? "page" : undefined}
              className="inline-flex min-h-8 items-center rounded-md border border-line bg-panel px-2.5 text-ink-2 text-sm hover:text-ink aria-[current]:border-info aria-[current]:bg-sel aria-[current]:font-semibold aria-[current]:text-info"
            >
              {t("numbers.days", { count: days })}
            </Link>
          ))}
        </nav>
        <SettingsSection title={account.name}>
          <AskedTable account={account.slug} answers={answers} />
          {besides.length > 0 ? (
            <p className="mt-3 text-ink-2 text-sm">{t("numbers.beside", { said: besides.join(t("between")) })}</p>
          ) : null}
        </SettingsSection>
        <SettingsSection title={t("numbers.unanswered")} hint={t("numbers.unansweredHint")}>
          {unanswered.length === 0 ? <p className="text-ink-2">{t("numbers.noUnanswered")}</p> : null}
          <ul className="grid gap-x-6 md:grid-cols-2 xl:grid-cols-3">
            {unanswered.map(({ words, residents }) => (
              <li key={words} className="flex min-h-8 items-baseline gap-3 border-line-2 border-b py-1">
                <span className="min-w-0 flex-1 break-words">{words}</span>
                <span className="text-ink-2 text-sm tabular-nums">{t("numbers.residents", { count: residents })}</span>
              </li>
            ))}
          </ul>
        </SettingsSection>
      </SettingsPage>
    </div>
  );
}
