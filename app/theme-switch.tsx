"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { THEMES } from "./themes";
import { useTheme } from "./use-theme";

/** Chooses the look of this browser. */
export function ThemeSwitch() {
  const t = useTranslations("common");
  const [theme, choose] = useTheme();
  const segments = THEMES.map((value) => ({ value, label: t(`themes.${value}`) }));
  return <Segmented label={t("theme")} segments={segments} value={theme} onChange={choose} />;
}
