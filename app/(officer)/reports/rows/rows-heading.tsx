import { useTranslations } from "next-intl";
import { useDayWords } from "@/app/(officer)/reports/use-day-words";
import type { DrillQuery } from "@/lib/reports/schema";

/** Which number it was, of which days, hours and reasons, and how many rows it has. */
export function RowsHeading({ query, total }: { query: DrillQuery; total: number }) {
  const t = useTranslations("reports.rows");
  const reasons = useTranslations("reports.breaches.reasons");
  const kinds = useTranslations("questionKinds");
  const { day, days, weekday } = useDayWords();
  const of = [
    query.day ? day(query.day) : days(query),
    query.weekday === undefined ? null : weekday(query.weekday, "short"),
    query.hour === undefined ? null : t("cell.hour", { hour: query.hour, next: query.hour + 1 }),
    query.reason ? reasons(query.reason) : null,
    query.kind ? kinds(query.kind) : null,
    query.outside === "out" ? t("outside") : null,
  ].filter((words) => words !== null);
  return <h1 className="min-w-0 font-semibold">{t("titleOf", { measure: t(`measures.${query.measure}`), of: of.join(" · "), total })}</h1>;
}
