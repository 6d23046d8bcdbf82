"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { SHORTCUTS } from "./use-shortcuts";

/** The keys and what they do. */
export function ShortcutMap({ onClose }: { onClose(): void }) {
  const t = useTranslations("shortcuts");
  return (
    <Dialog title={t("title")} closeLabel={t("closeLabel")} onClose={onClose} open>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
        {Object.entries(SHORTCUTS).map(([key, command]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key === "Escape" ? "Esc" : key.length === 1 ? key.toUpperCase() : key}</Kbd>
            </dt>
            <dd>{t(command)}</dd>
          </div>
        ))}
        <dt>
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
        </dt>
        <dd>{t("send")}</dd>
        <dt>
          <Kbd>Ctrl</Kbd> <Kbd>Shift</Kbd> <Kbd>Enter</Kbd>
        </dt>
        <dd>{t("sendAndNext")}</dd>
        <dt>
          <Kbd>Esc</Kbd> <Kbd>Ctrl</Kbd> <Kbd>Z</Kbd>
        </dt>
        <dd>{t("undoSend")}</dd>
      </dl>
      <p className="mt-3 text-[13.5px] text-ink-3">{t("hint")}</p>
    </Dialog>
  );
}
