"use client";

import { useTranslations } from "next-intl";
import type { QuestionRow } from "@/lib/questions/queries";
import { isUrgent } from "@/lib/questions/sorting";

type Props = { rows: readonly QuestionRow[]; outOfOrder: boolean; onShow(): void };

/** What waits to be put into the list. As tall with nothing to show, so that no row moves when something arrives. */
export function ArrivedBar({ rows, outOfOrder, onShow }: Props) {
  const t = useTranslations("queue");
  if (rows.length === 0 && !outOfOrder)
    return <p className="grid h-8 flex-1 place-content-center text-[13px] text-ink-3">{t("upToDate")}</p>;
  const urgent = rows.some(isUrgent);
  const tone =
    rows.length === 0 ? "text-info hover:bg-sel" : urgent ? "bg-danger-bg font-semibold text-danger" : "bg-sel text-info font-semibold";
  const said = rows.length === 0 ? "reorder" : urgent ? "arrivedUrgent" : "arrived";
  return (
    <button type="button" onClick={onShow} className={`h-8 flex-1 rounded-full text-[13px] ${tone}`}>
      {t(said, { count: rows.length })}
    </button>
  );
}
