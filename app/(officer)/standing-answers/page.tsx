import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { listColleagues } from "@/lib/officers/queries";
import { may } from "@/lib/officers/rules";
import { narrowed } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { AnswerList } from "./answer-list";
import { loadAnswers } from "./load-answers";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standingAnswers"))("title") };
}

/** All that an account answers by itself, with whose it is, how old it is and until when it holds. */
export default async function StandingAnswersPage({ searchParams }: Props) {
  const [{ officer, account, answers }, { at }] = await Promise.all([loadAnswers(searchParams), searchParams]);
  const staff = await listColleagues(narrowed(officer.scope, account.id));
  return (
    <AccountClock accountId={account.id}>
      <AnswerList
        key={account.id}
        account={account.slug}
        answers={answers}
        staff={staff.map(({ id }) => id)}
        mayAdd={may(officer.role, "standingAnswers.write")}
        now={now()}
        returning={typeof at === "string" ? at : null}
      />
    </AccountClock>
  );
}
