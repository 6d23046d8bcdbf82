"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Dialog } from "@/components/ui/dialog";
import { COMMAND_GROUPS, COMMANDS } from "./commands";
import { Keys } from "./keys-shown";

/** The officer's own keys and what they do. */
export function ShortcutMap({ onClose }: { onClose(): void }) {
  const t = useTranslations("shortcuts");
  const labels = useTranslations("commands");
  const { preferences, bindings } = usePreferences();
  return (
    <Dialog title={t("title")} closeLabel={t("closeLabel")} onClose={onClose} wide open>
      {preferences.shortcuts.on ? null : <p className="mb-3 rounded-lg bg-soon-bg px-3 py-2 text-soon">{t("off")}</p>}
      <div className="gap-x-8 sm:columns-2">
        {COMMAND_GROUPS.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 font-semibold text-ink-2 text-sm">{t(`groups.${group}`)}</h3>
            <dl className="grid grid-cols-[8rem_1fr] items-center gap-x-3 gap-y-1">
              {COMMANDS.filter((command) => command.group === group).map(({ id }) => (
                <div key={id} className="contents">
                  <dt>{bindings[id] ? <Keys keys={bindings[id]} /> : <span className="text-ink-3 text-sm">{t("none")}</span>}</dt>
                  <dd>{labels(id)}</dd>
                </div>
              ))}
              {group === "answer" ? (
                <>
                  <dt>
                    <Keys keys="Ctrl+Z" />
                  </dt>
                  <dd>{t("undoSend")}</dd>
                </>
              ) : null}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-ink-3 text-sm">
        {t("hint")}{" "}
        <Link href="/settings/keyboard" className="text-info underline">
          {t("toSettings")}
        </Link>
      </p>
    </Dialog>
  );
}
