"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { giveText } from "@/app/(officer)/inbox/composer/quick-replies/given-text";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";
import { ContextSection } from "./context-section";
import { lastAnswers } from "./last-answers";

type Props = { view: OpenThread["view"]; onGo?: () => void };

const SHOWN = 3;

/** What the resident was told last, to be said once more. `onGo`: hears that one was chosen. */
export function AnswersBefore({ view, onGo }: Props) {
  const t = useTranslations("context");
  const kinds = useTranslations("replyKinds");
  const { moment } = useDates();
  const answers = useMemo(() => lastAnswers(view.messages, SHOWN), [view.messages]);
  if (answers.length === 0) return null;
  return (
    <ContextSection title={t("answers")}>
      <ol className="flex flex-col gap-2">
        {answers.map(({ id, kind, officer, sentAt, text }) => {
          const by = t("by", { name: officer.name, at: moment(sentAt) });
          return (
            <li key={id} className="rounded-lg border border-line px-3 pt-2 pb-1">
              <p lang={languageOf(text)} className="wrap-anywhere line-clamp-4 whitespace-pre-line">
                {text}
              </p>
              <p className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs" suppressHydrationWarning>
                <button
                  type="button"
                  aria-label={t("insertAnswer", { by })}
                  onClick={() => {
                    onGo?.();
                    // Whatever closes on this gives the focus back first.
                    requestAnimationFrame(() => giveText(view.id, text));
                  }}
                  className="-ml-1 min-h-8 rounded-md px-1 text-info text-sm hover:underline"
                >
                  {t("insert")}
                </button>
                <span>{by}</span>
                {kind === "answer" ? null : <span>{kinds(kind)}</span>}
              </p>
            </li>
          );
        })}
      </ol>
    </ContextSection>
  );
}
