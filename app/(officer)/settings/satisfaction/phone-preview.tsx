"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Means, SCORE_WORDS, SCORES } from "@/lib/ratings/rules";

type Props = { means: Means; askText: string; thanksText: string; notSolvedText: string };

/** What stands on a resident's phone: the question, a tap, and what is said to it at once. In Chinese, as residents read it. */
export function PhonePreview({ means, askText, thanksText, notSolvedText }: Props) {
  const t = useTranslations("satisfaction");
  return (
    <figure className="self-start lg:sticky lg:top-0">
      <figcaption className="mb-1 text-ink-2 text-sm">{t("preview")}</figcaption>
      <div lang="zh-CN" className="flex flex-col gap-2.5 rounded-[20px] border border-edge bg-line-2 p-3 text-sm">
        <Bubble>
          {askText}
          {means === "menu" ? (
            <span className="mt-1 grid gap-1">
              {SCORES.map((score) => (
                <span key={score} className="text-info underline">
                  {SCORE_WORDS[score]}
                </span>
              ))}
            </span>
          ) : (
            <span className="block text-info underline">https://…/rate/…</span>
          )}
        </Bubble>
        {means === "menu" ? (
          <>
            <Bubble own>{SCORE_WORDS.satisfied}</Bubble>
            <Bubble>{thanksText}</Bubble>
            <Bubble own>{SCORE_WORDS.notSolved}</Bubble>
            <Bubble>{notSolvedText}</Bubble>
          </>
        ) : null}
      </div>
    </figure>
  );
}

function Bubble({ own = false, children }: { own?: boolean; children: ReactNode }) {
  const side = own ? "self-end border-action/40 bg-sel" : "self-start border-line bg-panel";
  return <p className={`wrap-anywhere max-w-[88%] whitespace-pre-wrap rounded-lg border px-2.5 py-1.5 text-ink ${side}`}>{children}</p>;
}
