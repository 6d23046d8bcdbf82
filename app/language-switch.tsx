"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { LOCALES } from "@/lib/web/locales";
import { useLocaleChoice } from "./use-locale-choice";

/** Chooses the language of this browser. */
export function LanguageSwitch() {
  const t = useTranslations("common");
  const { locale, choose, changing } = useLocaleChoice();
  const segments = LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }));
  return <Segmented label={t("language")} segments={segments} value={locale} disabled={changing} onChange={choose} />;
}
