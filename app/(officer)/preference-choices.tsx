"use client";

import { useTranslations } from "next-intl";
import { THEMES } from "@/app/themes";
import { useLocaleChoice } from "@/app/use-locale-choice";
import { useTheme } from "@/app/use-theme";
import { MenuChoice, MenuGroup } from "@/components/ui/menu-item";
import { LOCALES } from "@/lib/web/locales";
import { useShortcutsSetting } from "./use-shortcuts-setting";

/** The entries of the officer's menu that this browser remembers. */
export function PreferenceChoices() {
  const t = useTranslations("officerMenu");
  const common = useTranslations("common");
  const { locale, choose } = useLocaleChoice();
  const [theme, chooseTheme] = useTheme();
  const [shortcuts, setShortcuts] = useShortcutsSetting();
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
        <MenuChoice kind="checkbox" checked={shortcuts} onSelect={() => setShortcuts(!shortcuts)}>
          {t("shortcuts")}
        </MenuChoice>
      </MenuGroup>
    </>
  );
}
