"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { Segmented } from "@/components/ui/segmented";
import { LOCALES } from "@/lib/web/locales";
import { chooseLocale } from "./preferences";

/** Chooses the language of this browser. */
export function LanguageSwitch() {
  const t = useTranslations("common");
  const locale = useLocale();
  const [changing, change] = useTransition();
  return (
    <Segmented
      label={t("language")}
      segments={LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }))}
      value={locale}
      disabled={changing}
      onChange={(chosen) => change(() => chooseLocale(chosen))}
    />
  );
}
