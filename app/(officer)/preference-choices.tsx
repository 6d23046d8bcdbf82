"use client";

import { useTranslations } from "next-intl";
import { THEMES } from "@/app/themes";
import { useLocaleChoice } from "@/app/use-locale-choice";
import { useTheme } from "@/app/use-theme";
import { MenuChoice, MenuGroup } from "@/components/ui/menu-item";
import { LOCALES } from "@/lib/web/locales";
import { usePreferences } from "./preferences-provider";

/** What is chosen in the officer's menu itself: look and language of this browser, single keys of the officer. */
export function PreferenceChoices() {
  const t = useTranslations("officerMenu");
  const common = useTranslations("common");
  const { locale, choose } = useLocaleChoice();
  const [theme, chooseTheme] = useTheme();
  const { preferences, save } = usePreferences();
  const { shortcuts } = preferences;
  return (
    <>
      <MenuGroup label={common("theme")}>
        {THEMES.map((choice) => (
          <MenuChoice key={choice} kind="radio" checked={choice === theme} onSelect={() => chooseTheme(choice)}>
            {common(`themes.${choice}`)}
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuGroup label={common("language")}>
        {LOCALES.map((choice) => (
          <MenuChoice key={choice} kind="radio" checked={choice === locale} onSelect={() => choose(choice)}>
            {common(`locales.${choice}`)}
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuGroup label={t("settings")}>
        <MenuChoice kind="checkbox" checked={shortcuts.on} onSelect={() => save({ shortcuts: { ...shortcuts, on: !shortcuts.on } })}>
          {t("shortcuts")}
        </MenuChoice>
      </MenuGroup>
    </>
  );
}
