"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** A day of the week with its date; today says so. */
export function DayName({ day, isToday }: { day: string; isToday: boolean }) {
  const t = useTranslations("roster");
  const format = useFormatter();
  const noon = new Date(`${day}T12:00:00Z`);
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      <span className="font-semibold">{format.dateTime(noon, { timeZone: "UTC", weekday: "short" })}</span>
      <span className="text-ink-2 text-sm">{format.dateTime(noon, { timeZone: "UTC", month: "short", day: "numeric" })}</span>
      {isToday ? <Badge tone="info">{t("today")}</Badge> : null}
    </span>
  );
}
