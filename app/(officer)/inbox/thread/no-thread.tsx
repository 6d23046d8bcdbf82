"use client";

import { useTranslations } from "next-intl";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { state: "none" | "loading" | "failed" | "missing"; onRetry?: () => void };

/** In place of a thread: none chosen, one on its way, one that did not come, or one that is not there for this officer. */
export function NoThread({ state, onRetry }: Props) {
  const t = useTranslations("queue.noThread");
  const { preferences, bindings } = usePreferences();
  if (state === "loading") return <main className="grid place-content-center text-ink-3">{t("loading")}</main>;
  if (state === "failed")
    return (
      <main className="grid place-content-center justify-items-center gap-3 text-ink-2">
        <p role="alert">{t("failed")}</p>
        <Button onClick={onRetry}>{t("retry")}</Button>
      </main>
    );
  const { next, previous } = bindings;
  const hint = preferences.shortcuts.on && next && previous ? t("hint", { next, previous }) : t("hintWithoutKeys");
  return (
    <main>
      {state === "missing" ? (
        <EmptyState title={t("missing.title")}>{t("missing.hint")}</EmptyState>
      ) : (
        <EmptyState title={t("title")}>{hint}</EmptyState>
      )}
    </main>
  );
}
