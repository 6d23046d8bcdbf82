import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { neighbourOf } from "@/app/(officer)/standing-answers/categories";
import { ContentForm } from "@/app/(officer)/standing-answers/content-form";
import { loadAnswers } from "@/app/(officer)/standing-answers/load-answers";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standingAnswers"))("newTitle") };
}

/** A new standing answer; its number and its place come once it is saved. */
export default async function NewAnswerPage({ searchParams }: Props) {
  await requireOfficer("standingAnswers.write");
  const [t, { officer, account, answers }] = await Promise.all([getTranslations("standingAnswers"), loadAnswers(searchParams)]);
  return (
    <AccountClock accountId={account.id}>
      <h1 className="font-semibold text-xl">{t("newTitle")}</h1>
      <ContentForm
        key={account.id}
        answer={null}
        account={account}
        answers={answers.map(neighbourOf)}
        below={[]}
        nextId={null}
        officerId={officer.id}
        now={now()}
      />
    </AccountClock>
  );
}
