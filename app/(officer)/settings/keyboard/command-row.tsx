"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { COMMANDS, type Command } from "@/app/(officer)/inbox/keyboard/commands";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Button } from "@/components/ui/button";
import { KeyCapture } from "./key-capture";
import { isOwn, verdictOn, withKey } from "./rebinding";

type Props = { command: Command; fixed: boolean; capturing: boolean; onCapture(capturing: boolean): void };
type Asked = { key: string; holder: Command };

/** One command, its key, and how to give it another, its standing one, or none. */
export function CommandRow({ command, fixed, capturing, onCapture }: Props) {
  const t = useTranslations("keyboardSettings");
  const labels = useTranslations("commands");
  const { preferences, bindings, save } = usePreferences();
  const { shortcuts } = preferences;
  const change = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const label = labels(command);
  const key = bindings[command];

  function start() {
    setSaid("");
    setAsked(null);
    onCapture(true);
  }

  function end() {
    setAsked(null);
    onCapture(false);
    change.current?.focus();
  }

  function give(chosen: string) {
    void save({ shortcuts: { ...shortcuts, bindings: withKey(shortcuts.bindings, command, chosen, bindings) } });
    setSaid(chosen ? t("given", { command: label, key: chosen }) : t("takenAway", { command: label }));
    end();
  }

  function consider(pressed: string) {
    const verdict = verdictOn(pressed, command, bindings);
    if (verdict.kind === "fault") return setSaid(t(`faults.${verdict.fault}`, { key: pressed }));
    if (verdict.kind === "conflict") {
      setSaid("");
      return setAsked({ key: pressed, holder: verdict.holder });
    }
    give(pressed);
  }

  return (
    <li className="grid gap-x-4 gap-y-1 py-1.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <span className="flex min-h-8 items-center">{label}</span>
      <span className="flex flex-wrap items-center gap-2 sm:justify-end">
        {capturing && !asked ? (
          <KeyCapture label={t("capture", { command: label })} hint={t("pressKey")} onKey={consider} onCancel={end} />
        ) : (
          <span className="mr-1">{key ? <Keys keys={key} /> : <span className="text-ink-3 text-sm">{t("none")}</span>}</span>
        )}
        {fixed ? (
          <span className="text-ink-3 text-sm">{t("fixed")}</span>
        ) : (
          <>
            <Button ref={change} size="small" aria-label={t("changeOf", { command: label })} onClick={start}>
              {t("change")}
            </Button>
            <Button
              size="small"
              disabled={!isOwn(command, bindings)}
              aria-label={t("resetOf", { command: label })}
              onClick={() => consider(standing(command))}
            >
              {t("reset")}
            </Button>
            <Button size="small" disabled={key === ""} aria-label={t("clearOf", { command: label })} onClick={() => give("")}>
              {t("clear")}
            </Button>
          </>
        )}
      </span>
      <span role="status" className="text-sm text-soon sm:col-span-2 sm:text-right">
        {said}
        {asked ? t("conflict", { key: asked.key, holder: labels(asked.holder) }) : null}
      </span>
      {asked ? (
        <span className="flex flex-wrap gap-2 sm:col-span-2 sm:justify-end">
          <Button size="small" tone="primary" autoFocus onClick={() => give(asked.key)}>
            {t("takeOver", { holder: labels(asked.holder) })}
          </Button>
          <Button size="small" onClick={end}>
            {t("keep")}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function standing(command: Command): string {
  return COMMANDS.find(({ id }) => id === command)?.key ?? "";
}
