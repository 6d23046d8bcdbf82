"use client";

import { useTranslations } from "next-intl";
import { giveText } from "@/app/(officer)/inbox/composer/quick-replies/given-text";
import { loadSuggested } from "@/app/(officer)/inbox/group/loaders";
import { useRead } from "@/app/(officer)/inbox/group/use-read";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";
import { ContextSection } from "./context-section";

type Props = { threadId: string; questionId: string; onGo?: () => void };

/** 参考口径: what was answered to questions like this one, to be inserted, never sent by itself. */
export function SuggestedAnswers({ threadId, questionId, onGo }: Props) {
  const t = useTranslations("group.suggested");
  const context = useTranslations("context");
  const { moment } = useDates();
  const answers = useRead(questionId, () => loadSuggested(questionId))?.suggested ?? [];
  if (answers.length === 0) return null;
  return (
    <ContextSection title={t("title")}>
      <ol className="flex flex-col gap-2">
        {answers.map(({ questionId: past, asked, text, officer, sentAt }) => {
          const by = context("by", { name: officer.name, at: moment(sentAt) });
          return (
            <li key={past} className="rounded-lg border border-line px-3 pt-2 pb-1">
              <p className="truncate text-ink-3 text-xs">{t("asked", { words: asked })}</p>
              <p lang={languageOf(text)} className="wrap-anywhere line-clamp-4 whitespace-pre-line">
                {text}
              </p>
              <p className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs" suppressHydrationWarning>
                <button
                  type="button"
                  aria-label={context("insertAnswer", { by })}
                  onClick={() => {
                    onGo?.();
                    // Whatever closes on this gives the focus back first.
                    requestAnimationFrame(() => giveText(threadId, text));
                  }}
                  className="-ml-1 min-h-8 rounded-md px-1 text-info text-sm hover:underline"
                >
                  {context("insert")}
                </button>
                <span>{by}</span>
              </p>
            </li>
          );
        })}
      </ol>
    </ContextSection>
  );
}
