"use client";

import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { lazyPart } from "@/components/ui/lazy-part";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";

const SplitDialog = lazyPart(() => import("./split-dialog").then(({ SplitDialog }) => SplitDialog));

/** For a question of several messages: that they ask for two things. */
export function SplitControl({ open, question }: { open: OpenThread; question: QuestionRow }) {
  const t = useTranslations("group.splitting");
  const [splitting, setSplitting] = useState(false);
  if (question.messageCount < 2 || statusOf(question) !== "open") return null;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setSplitting(true)}
        className="inline-flex min-h-8 items-center rounded-md px-1.5 text-ink-2 hover:bg-line-2 hover:text-ink"
      >
        {t("button")}
      </button>
      {splitting ? (
        <Suspense>
          <SplitDialog open={open} question={question} onClose={() => setSplitting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
