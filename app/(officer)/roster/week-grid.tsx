"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RosterShift } from "@/lib/shifts/lists";
import { dayOf } from "@/lib/time/zones";
import { DayName } from "./day-name";
import { Gaps } from "./gaps";
import type { Person, RosterOfficer } from "./roster";
import { ShiftButton } from "./shift-button";

/** A week as it is shown. */
export type ShownWeek = {
  officer: RosterOfficer;
  days: readonly string[];
  today: string;
  now: Date;
  timeZone: string;
  shifts: readonly RosterShift[];
  people: readonly Person[];
  onShift: (shift: RosterShift) => void;
  onPlan: (officerId: string, day: string) => void;
};

/** Officers by days; a shift stands on the day that it begins. Below, the hours in which nobody is on the roster. */
export function WeekGrid(week: ShownWeek) {
  const { officer, days, today, timeZone, shifts, people, onPlan } = week;
  const t = useTranslations("roster");
  const strangers = shifts.filter(({ officerId }) => !people.some(({ id }) => id === officerId));
  const rows = [...people, ...new Map(strangers.map(({ officerId, name }) => [officerId, { id: officerId, name }])).values()];
  // Whose roster it is looks for the own row first.
  rows.sort((one, other) => Number(other.id === officer.id) - Number(one.id === officer.id));
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-panel max-md:hidden">
      <table className="w-full min-w-[56rem] table-fixed border-collapse">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr className="border-line border-b">
            <th scope="col" className="w-32 px-3 py-2 text-left font-normal text-ink-3 text-sm">
              {t("officer")}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className={`px-2 py-2 text-left font-normal ${day === today ? "bg-sel" : ""}`}>
                <DayName day={day} isToday={day === today} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name }) => (
            <tr key={id} className="border-line-2 border-b">
              <th scope="row" className={`px-3 py-2 text-left align-top font-semibold ${id === officer.id ? "text-info" : ""}`}>
                {name}
                {id === officer.id ? <span className="ml-1 font-normal text-sm">{t("me")}</span> : null}
              </th>
              {days.map((day) => {
                const here = shifts.filter((shift) => shift.officerId === id && dayOf(shift.startsAt, timeZone) === day);
                return (
                  <td key={day} className={`group px-1 py-1 align-top ${day === today ? "bg-sel/50" : ""}`}>
                    <span className="flex min-h-9 flex-col gap-1">
                      {here.map((shift) => (
                        <ShiftButton key={shift.id} shift={shift} week={week} />
                      ))}
                      {officer.plans && day >= today && people.some((person) => person.id === id) ? (
                        <button
                          type="button"
                          aria-label={t("planFor", { name, day })}
                          onClick={() => onPlan(id, day)}
                          className={`grid w-full place-items-center rounded-md border border-transparent text-ink-3 opacity-0 transition-opacity hover:border-edge hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 ${here.length > 0 ? "h-6" : "h-9"}`}
                        >
                          <Plus size={16} aria-hidden />
                        </button>
                      ) : null}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {shifts.length > 0 ? (
          <tfoot>
            <tr>
              <th scope="row" className="px-3 py-2 text-left align-top font-normal text-ink-2 text-sm">
                {t("gaps")}
              </th>
              {days.map((day) => (
                <td key={day} className={`px-2 py-2 align-top ${day === today ? "bg-sel/50" : ""}`}>
                  <Gaps day={day} shifts={shifts} timeZone={timeZone} />
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
