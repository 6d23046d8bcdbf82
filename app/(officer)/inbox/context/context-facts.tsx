"use client";

import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { useGroups } from "@/app/(officer)/inbox/feed/groups-context";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { Explanation } from "@/app/(officer)/inbox/queue/clock-badge";
import { clusterOf } from "@/app/(officer)/inbox/thread/cluster-of";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { lazyPart } from "@/components/ui/lazy-part";
import { statusOf } from "@/lib/questions/rules";
import { dutyOf } from "@/lib/sla/rules";
import { AnswersBefore } from "./answers-before";
import { ContextSection } from "./context-section";
import { QuestionCard } from "./question-card";
import { RecentNotes } from "./recent-notes";
import { ResidentFacts } from "./resident-facts";

const SameMatter = lazyPart(() => import("./same-matter").then(({ SameMatter }) => SameMatter));
const SuggestedAnswers = lazyPart(() => import("./suggested-answers").then(({ SuggestedAnswers }) => SuggestedAnswers));

type Props = { open: OpenThread; onGo?: () => void };

/** The resident, the clock in words, what was noted and answered last, and every question there was. `onGo`: something was chosen that the thread or the reply shows. */
export function ContextFacts({ open, onGo }: Props) {
  const t = useTranslations("context");
  const { questions, notes, view } = open;
  const current = currentQuestion(questions);
  const waiting = questions.filter((question) => statusOf(question) === "open").length;
  const cluster = clusterOf(questions, useGroups().clusters);
  const going = onGo ? { onGo } : {};
  return (
    <div className="flex flex-col gap-4 text-sm">
      <ContextSection title={t("resident")}>
        <ResidentFacts threadId={view.id} resident={view.resident} />
      </ContextSection>
      {current ? (
        <ContextSection title={t("clock")}>
          <p className="text-ink-2">
            <Explanation row={current} duty={dutyOf(current, current.window.closesAt)} />
          </p>
        </ContextSection>
      ) : null}
      {current && statusOf(current) === "open" ? (
        <Suspense>
          {cluster ? <SameMatter cluster={cluster} question={current} {...going} /> : null}
          <SuggestedAnswers threadId={view.id} questionId={current.id} {...going} />
        </Suspense>
      ) : null}
      <RecentNotes notes={notes} {...going} />
      <AnswersBefore view={view} {...going} />
      <ContextSection title={t("questions", { count: questions.length, waiting })}>
        {questions.length === 0 ? <p className="text-ink-2">{t("noQuestions")}</p> : null}
        <ol className="flex flex-col gap-2">
          {questions.map((question) => (
            <QuestionCard key={question.id} question={question} current={question.id === current?.id} {...going} />
          ))}
        </ol>
      </ContextSection>
    </div>
  );
}
