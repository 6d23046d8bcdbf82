"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of a thread: none chosen, one on its way, or one that is not there for this officer. */
export function NoThread({ chosen, missing }: { chosen: boolean; missing: boolean }) {
  const t = useTranslations("queue.noThread");
  if (chosen && !missing) return <main className="grid place-content-center text-ink-3">{t("loading")}</main>;
  const about = missing ? ("missing." as const) : ("" as const);
  return (
    <main>
      <EmptyState title={t(`${about}title`)}>{t(`${about}hint`)}</EmptyState>
    </main>
  );
}
