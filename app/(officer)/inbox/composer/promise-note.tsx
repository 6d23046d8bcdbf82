"use client";

import { useTranslations } from "next-intl";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";

/** What we have promised and still owe, under the last words. */
export function PromiseNote({ questions }: { questions: readonly QuestionRow[] }) {
  const t = useTranslations("thread");
  const { moment } = useDates();
  const question = currentQuestion(questions);
  if (!question?.promisedAt || statusOf(question) !== "open") return null;
  return (
    <p className="self-center rounded-md bg-soon-bg px-3 py-0.5 text-soon text-sm" suppressHydrationWarning>
      {t("owed", { unit: question.promisedUnit ?? "", at: moment(question.promisedAt) })}
    </p>
  );
}
