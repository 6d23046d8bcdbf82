import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { closingCounts, closingsToReview } from "@/lib/ratings/closings";
import { CLOSINGS_SHOWN_WEEKS, SAMPLE_DIVISOR } from "@/lib/ratings/rules";
import { requireOfficer } from "@/lib/web/require-officer";
import { ClosingCard } from "./closing-card";
import { ClosingCountTable } from "./closing-count-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("closings"))("title") };
}

/** What chance lays before a supervisor of the questions that were closed without a reply, and who closes how much. */
export default async function ClosingsPage() {
  const officer = await requireOfficer("closings.review");
  const [t, closings, counts] = await Promise.all([getTranslations("closings"), closingsToReview(officer), closingCounts(officer)]);
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)]">
      <header className="flex h-12 items-center gap-3 border-line border-b bg-panel px-4">
        <Link href="/inbox" className={buttonClass("quiet", "small")}>
          <ArrowLeft size={16} aria-hidden />
          {t("back")}
        </Link>
        <h1 className="font-semibold">{t("title")}</h1>
      </header>
      <main id="main" tabIndex={-1} className="overflow-y-auto outline-none">
        <div className="mx-auto flex w-full max-w-[56rem] flex-col gap-6 px-4 py-5 md:py-8">
          <p className="max-w-[44em] text-ink-2">{t("lead", { share: 100 / SAMPLE_DIVISOR, weeks: CLOSINGS_SHOWN_WEEKS })}</p>
          <section aria-labelledby="waiting">
            <h2 id="waiting" className="font-semibold text-lg">
              {t("waiting", { count: closings.length })}
            </h2>
            {closings.length === 0 ? <EmptyState title={t("none")}>{t("noneHint")}</EmptyState> : null}
            <ul className="mt-2 flex flex-col gap-3">
              {closings.map((closing) => (
                <AccountClock key={`${closing.questionId} ${closing.closedAt.getTime()}`} accountId={closing.accountId}>
                  <ClosingCard closing={closing} />
                </AccountClock>
              ))}
            </ul>
          </section>
          <ClosingCountTable counts={counts} />
        </div>
      </main>
    </div>
  );
}
