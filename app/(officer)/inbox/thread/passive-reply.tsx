"use client";

import { useTranslations } from "next-intl";
import { languageOf } from "@/app/language-of";

/** What the account answered by itself, labelled as that once: the text to the resident ends in the same words. */
export function PassiveReply({ text }: { text: string }) {
  const t = useTranslations("thread");
  return (
    <>
      <span className="font-semibold">{t("passiveReply")}</span>{" "}
      <span lang={languageOf(text)} className="wrap-anywhere whitespace-pre-wrap">
        {text.replace(/\s*〔自动回复〕\s*$/u, "")}
      </span>
    </>
  );
}
