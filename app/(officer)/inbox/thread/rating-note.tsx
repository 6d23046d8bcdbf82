"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";
import type { ThreadItem } from "./thread-items";

/** That the resident was asked what the answer was worth, or what the resident thinks of it. */
export function RatingNote({ item }: { item: Extract<ThreadItem, { type: "ratingAsked" | "rated" }> }) {
  const t = useTranslations("thread");
  const scores = useTranslations("scores");
  const { moment } = useDates();
  const { ratingAskedAt, ratedAt, ratingScore, ratingComment } = item.question;
  if (item.type === "ratingAsked") return ratingAskedAt ? <Note>{t("ratingAsked", { at: moment(ratingAskedAt) })}</Note> : null;
  if (!ratedAt || !ratingScore) return null;
  const key = ratingScore === "notSolved" ? "ratedNotSolved" : "rated";
  return (
    <Note>
      <span className="font-semibold text-ink-2">{t(key, { at: moment(ratedAt), score: scores(ratingScore) })}</span>
      {ratingComment ? (
        <span lang={languageOf(ratingComment)} className="wrap-anywhere block whitespace-pre-wrap text-ink-2">
          {t("ratingComment", { comment: ratingComment })}
        </span>
      ) : null}
    </Note>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className="max-w-[34em] self-center text-center text-ink-3 text-xs" suppressHydrationWarning>
      {children}
    </p>
  );
}
