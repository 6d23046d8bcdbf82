"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { THEMES } from "./themes";
import { useTheme } from "./use-theme";

/** Chooses the look of this browser. */
export function ThemeSwitch() {
  const t = useTranslations("common");
  const [theme, choose] = useTheme();
  return (
    <Segmented
      label={t("theme")}
      segments={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
      value={theme}
      onChange={choose}
    />
  );
}
