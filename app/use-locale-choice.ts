"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/web/locales";
import { chooseLocale } from "./preferences";

type LocaleChoice = { locale: Locale; choose: (locale: Locale) => void; changing: boolean };

/** The language of this browser and how to choose another; the page then speaks it without losing what was typed. */
export function useLocaleChoice(): LocaleChoice {
  const t = useTranslations("common");
  const locale = useLocale() as Locale;
  const [changing, change] = useTransition();
  const choose = (chosen: Locale) => change(() => chooseLocale(chosen).catch(() => toast(t("unreachable"), { tone: "danger" })));
  return { locale, choose, changing };
}
