"use client";

import { useTranslations } from "next-intl";
import { giveText } from "@/app/(officer)/inbox/composer/quick-replies/given-text";
import { loadSuggested } from "@/app/(officer)/inbox/group/loaders";
import { useRead } from "@/app/(officer)/inbox/group/use-read";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";

type Props = { groupId: string; questionId: string };

/** 参考口径: how the like of the most urgent member was answered before, a line each, while nothing is written yet. */
export function GroupSuggested({ groupId, questionId }: Props) {
  const t = useTranslations("group.suggested");
  const context = useTranslations("context");
  const { moment } = useDates();
  const answers = useRead(questionId, () => loadSuggested(questionId))?.suggested ?? [];
  if (answers.length === 0) return null;
  return (
    <section aria-label={t("title")} className="mb-2 text-sm">
      <ol className="flex flex-col">
        {answers.map(({ questionId: past, text, officer, sentAt }) => {
          const by = context("by", { name: officer.name, at: moment(sentAt) });
          return (
            <li key={past} className="flex items-baseline gap-2">
              <span className="shrink-0 text-ink-3">{t("title")}</span>
              <span lang={languageOf(text)} title={text} className="min-w-0 flex-1 truncate">
                {text}
              </span>
              <span className="shrink-0 text-ink-3 text-xs max-md:hidden" suppressHydrationWarning>
                {by}
              </span>
              <button
                type="button"
                aria-label={context("insertAnswer", { by })}
                onClick={() => giveText(groupId, text)}
                className="min-h-8 shrink-0 rounded-md px-1 text-info hover:underline"
              >
                {context("insert")}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
