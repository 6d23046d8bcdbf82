"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { state: "none" | "loading" | "failed" | "missing"; onRetry?: () => void };

/** In place of a thread: none chosen, one on its way, one that did not come, or one that is not there for this officer. */
export function NoThread({ state, onRetry }: Props) {
  const t = useTranslations("queue.noThread");
  if (state === "loading") return <main className="grid place-content-center text-ink-3">{t("loading")}</main>;
  if (state === "failed")
    return (
      <main className="grid place-content-center justify-items-center gap-3 text-ink-2">
        <p role="alert">{t("failed")}</p>
        <Button onClick={onRetry}>{t("retry")}</Button>
      </main>
    );
  const about = state === "missing" ? ("missing." as const) : ("" as const);
  return (
    <main>
      <EmptyState title={t(`${about}title`)}>{t(`${about}hint`)}</EmptyState>
    </main>
  );
}
