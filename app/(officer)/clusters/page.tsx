import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { listClusters } from "@/lib/clusters/lists";
import { answersUnderway } from "@/lib/clusters/progress";
import { clusterSummaries } from "@/lib/clusters/queries";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";
import { AnswersUnderway } from "./answers-underway";
import { ClusterList } from "./cluster-list";

const SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clusters"))("title") };
}

/** The newest matters that several ask about, what was answered together of late, and what goes on by itself or waits for a colleague. */
export default async function ClustersPage() {
  const officer = await requireOfficer("inbox.read");
  const { scope } = officer;
  const [t, answers, open, answered] = await Promise.all([
    getTranslations("clusters"),
    answersUnderway(scope),
    listClusters(scope, { status: "open" }, { limit: SHOWN }),
    listClusters(scope, { status: "answered" }, { limit: SHOWN }),
  ]);
  const named = await clusterSummaries(
    scope,
    answers.map(({ clusterId }) => clusterId),
  );
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
          <AnswersUnderway officerId={officer.id} answers={answers} clusters={named} readAt={now()} />
          <ClusterList title={t("open")} none={t("noneOpen")} clusters={open.clusters} />
          <ClusterList title={t("answered")} none={t("noneAnswered")} clusters={answered.clusters} />
        </div>
      </main>
    </div>
  );
}
