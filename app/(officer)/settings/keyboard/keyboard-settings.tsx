"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { COMMAND_GROUPS, COMMANDS, type Command } from "@/app/(officer)/inbox/keyboard/commands";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { Switch } from "@/app/(officer)/settings/switch";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { CommandRow } from "./command-row";

/** Switches single keys on and off, says what Enter does, and gives every command the key the officer wants. */
export function KeyboardSettings() {
  const t = useTranslations("keyboardSettings");
  const groups = useTranslations("shortcuts.groups");
  const { preferences, save } = usePreferences();
  const { shortcuts, enterSends } = preferences;
  const [capturing, setCapturing] = useState<Command | null>(null);

  function resetAll() {
    void save({ shortcuts: { ...shortcuts, bindings: {} } });
    toast(t("allReset"), { action: { label: t("undo"), run: () => void save({ shortcuts }) } });
  }

  return (
    <>
      <SettingsSection title={t("general")}>
        <Switch
          label={t("singleKeys")}
          hint={t("singleKeysHint")}
          checked={shortcuts.on}
          onChange={(on) => void save({ shortcuts: { ...shortcuts, on } })}
        />
        <Switch
          label={t("enterSends")}
          hint={t("enterSendsHint")}
          checked={enterSends}
          onChange={(chosen) => void save({ enterSends: chosen })}
        />
      </SettingsSection>
      {COMMAND_GROUPS.map((group) => (
        <SettingsSection key={group} title={groups(group)}>
          <ul className="-my-1 divide-y divide-line-2">
            {COMMANDS.filter((command) => command.group === group).map(({ id, fixed = false }) => (
              <CommandRow
                key={id}
                command={id}
                fixed={fixed}
                capturing={capturing === id}
                onCapture={(wanted) => setCapturing(wanted ? id : null)}
              />
            ))}
          </ul>
        </SettingsSection>
      ))}
      <div>
        <Button disabled={Object.keys(shortcuts.bindings).length === 0} onClick={resetAll}>
          {t("resetAll")}
        </Button>
      </div>
    </>
  );
}
