"use client";

import { useTranslations } from "next-intl";
import { dayOf } from "@/lib/time/zones";
import { DayName } from "./day-name";
import { Gaps } from "./gaps";
import { ShiftButton } from "./shift-button";
import type { ShownWeek } from "./week-grid";

/** The week on a phone: day after day, who is on when. */
export function DayList(week: ShownWeek) {
  const { days, today, timeZone, shifts } = week;
  const t = useTranslations("roster");
  return (
    <ul aria-label={t("caption")} className="flex flex-col gap-2 md:hidden">
      {days.map((day) => {
        const here = shifts.filter(({ startsAt }) => dayOf(startsAt, timeZone) === day);
        return (
          <li key={day} className={`rounded-xl border bg-panel p-3 ${day === today ? "border-sel-bar" : "border-line"}`}>
            <DayName day={day} isToday={day === today} />
            <ul className="mt-1.5 flex flex-col gap-1">
              {here.map((shift) => (
                <li key={shift.id}>
                  <ShiftButton shift={shift} week={week} named />
                </li>
              ))}
            </ul>
            {shifts.length > 0 ? (
              <div className="mt-1.5 flex gap-2 text-sm">
                <span className="text-ink-3">{t("gaps")}</span>
                <Gaps day={day} shifts={shifts} timeZone={timeZone} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
