"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { AnswerCard } from "@/app/(officer)/inbox/group/answer/answer-card";
import { loadGroupAnswers } from "@/app/(officer)/inbox/group/loaders";
import { titleOf } from "@/app/(officer)/inbox/group/title";
import { useKeptFocus } from "@/app/(officer)/inbox/use-kept-focus";
import type { GroupAnswerSummary } from "@/lib/clusters/progress";
import type { ClusterSummary } from "@/lib/clusters/queries";
import { SECOND } from "@/lib/time/rules";

type Props = { officerId: string; answers: readonly GroupAnswerSummary[]; clusters: readonly ClusterSummary[]; readAt: Date };

/** How often it is read anew while it is looked at. */
const PAUSE = 5 * SECOND;

/** Answers that go on by themselves, each to be stopped at once, and those that wait for a colleague or are being sent. */
export function AnswersUnderway({ officerId, clusters, ...first }: Props) {
  const t = useTranslations("clusters");
  const unnamed = useTranslations("group.merge");
  useKeptFocus();
  const [{ answers, readAt }, setRead] = useState<Pick<Props, "answers" | "readAt">>(first);
  const reload = useCallback(async () => {
    const read = await loadGroupAnswers().catch(() => null);
    if (read) setRead((known) => (read.readAt < known.readAt ? known : read));
  }, []);
  useEffect(() => {
    const timer = setInterval(() => document.hidden || void reload(), PAUSE);
    return () => clearInterval(timer);
  }, [reload]);
  const standing = answers.filter(({ goesOnUntil, goesOnStoppedAt }) => goesOnUntil !== null && goesOnUntil > readAt && !goesOnStoppedAt);
  const others = answers.filter((answer) => !standing.includes(answer));
  const card = (answer: GroupAnswerSummary) => {
    const cluster = clusters.find(({ id }) => id === answer.clusterId);
    return (
      <AccountClock key={answer.id} accountId={answer.accountId}>
        <AnswerCard answer={answer} officer={{ id: officerId }} reload={reload}>
          <Link
            href={`/inbox/group/${answer.clusterId}`}
            className="inline-flex min-h-8 items-center font-semibold text-info hover:underline"
          >
            {(cluster && titleOf(cluster)) || unnamed("unnamed")}
          </Link>
        </AnswerCard>
      </AccountClock>
    );
  };
  return (
    <>
      <section aria-label={t("standing")}>
        <h2 className="mb-2 font-semibold text-lg">{t("standing")}</h2>
        {standing.length === 0 ? (
          <p className="text-ink-2">{t("noneStanding")}</p>
        ) : (
          <ul className="flex flex-col gap-2">{standing.map(card)}</ul>
        )}
      </section>
      {others.length > 0 ? (
        <section aria-label={t("underway")}>
          <h2 className="mb-2 font-semibold text-lg">{t("underway")}</h2>
          <ul className="flex flex-col gap-2">{others.map(card)}</ul>
        </section>
      ) : null}
    </>
  );
}
