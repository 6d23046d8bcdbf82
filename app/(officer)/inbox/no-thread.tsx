"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of a thread: none chosen, one on its way, or one that is not there for this officer. */
export function NoThread({ chosen, missing }: { chosen: boolean; missing: boolean }) {
  const t = useTranslations("queue.noThread");
  if (missing) return <EmptyState title={t("missing.title")}>{t("missing.hint")}</EmptyState>;
  if (chosen) return <p className="place-self-center text-ink-3">{t("loading")}</p>;
  return <EmptyState title={t("title")}>{t("hint")}</EmptyState>;
}
