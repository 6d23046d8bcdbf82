"use client";

import { useTranslations } from "next-intl";
import type { DraftStatus } from "./draft-saver";

/** Whether the server has what is written; nothing while it is on its way there. */
export function DraftState({ status }: { status: DraftStatus }) {
  const t = useTranslations("together.draft");
  if (status === "saved") return <span>{t("saved")}</span>;
  return (
    <span role="status" className="font-semibold text-late empty:hidden">
      {status === "failing" ? t("failing") : null}
    </span>
  );
}
