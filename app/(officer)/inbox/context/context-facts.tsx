"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { Explanation } from "@/app/(officer)/inbox/queue/clock-badge";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { statusOf } from "@/lib/questions/rules";
import { dutyOf } from "@/lib/sla/rules";
import type { ThreadResident } from "@/lib/threads/queries";
import { QuestionCard } from "./question-card";

type Props = { open: OpenThread; onGo?: () => void };

/** The resident, the clock in words, and every question there was. `onGo`: a question was chosen, and the thread scrolls to it. */
export function ContextFacts({ open, onGo }: Props) {
  const t = useTranslations("context");
  const { questions, view } = open;
  const current = currentQuestion(questions);
  const waiting = questions.filter((question) => statusOf(question) === "open").length;
  return (
    <div className="flex flex-col gap-4 text-sm">
      <Section title={t("resident")}>
        <Resident resident={view.resident} />
      </Section>
      {current ? (
        <Section title={t("clock")}>
          <p className="text-ink-2">
            <Explanation row={current} duty={dutyOf(current, current.window.closesAt)} />
          </p>
        </Section>
      ) : null}
      <Section title={t("questions", { count: questions.length, waiting })}>
        {questions.length === 0 ? <p className="text-ink-2">{t("noQuestions")}</p> : null}
        <ol className="flex flex-col gap-2">
          {questions.map((question) => (
            <QuestionCard key={question.id} question={question} current={question.id === current?.id} {...(onGo ? { onGo } : {})} />
          ))}
        </ol>
      </Section>
    </div>
  );
}

function Resident({ resident }: { resident: ThreadResident }) {
  const t = useTranslations("context");
  const { date } = useDates();
  const follow = followWords(resident, t, date);
  return (
    <dl className="grid grid-cols-[5em_minmax(0,1fr)] gap-x-2 gap-y-0.5 text-ink-2 [&_dd]:font-semibold [&_dd]:text-ink">
      <dt>{t("mark")}</dt>
      <dd>{resident.mark}</dd>
      {resident.remark ? (
        <>
          <dt>{t("remark")}</dt>
          <dd className="wrap-anywhere">{resident.remark}</dd>
        </>
      ) : null}
      {follow ? (
        <>
          <dt>{t("follow")}</dt>
          <dd suppressHydrationWarning>{follow}</dd>
        </>
      ) : null}
      <dt>{t("firstSeen")}</dt>
      <dd suppressHydrationWarning>{date(resident.firstSeenAt)}</dd>
    </dl>
  );
}

/** Null for a resident who followed before the account came to this desk: nobody knows when. */
function followWords(resident: ThreadResident, t: ReturnType<typeof useTranslations<"context">>, date: (at: Date) => string) {
  if (resident.unfollowedAt) return t("unfollowed", { date: date(resident.unfollowedAt) });
  return resident.followedAt ? t("followed", { date: date(resident.followedAt) }) : null;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 text-ink-3 text-sm">{title}</h2>
      {children}
    </section>
  );
}
