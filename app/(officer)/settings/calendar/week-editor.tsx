"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { Calendar } from "@/lib/sla/schema";
import { type CalendarFault, PRESETS, type Preset, withCopies, withPreset, withWeekday } from "./calendar-draft";
import { PeriodsField } from "./periods-field";
import { useCalendarWords } from "./use-calendar-words";

type Props = { calendar: Calendar; faults: ReadonlyMap<string, CalendarFault>; onChange: (calendar: Calendar) => void };

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const COPIES = { workdays: [0, 1, 2, 3, 4], weekend: [5, 6], everyDay: WEEKDAYS } as const;

/** The duty hours of each day of the week; one day's go to others by a menu, a usual week by a button. */
export function WeekEditor({ calendar, faults, onChange }: Props) {
  const t = useTranslations("workCalendar");
  const words = useCalendarWords();
  const empty = faults.get("");
  return (
    <div>
      <fieldset className="mb-3 flex flex-wrap items-center gap-2">
        <legend className="float-left mr-1 text-ink-2 text-sm">{t("presets")}</legend>
        {(Object.keys(PRESETS) as Preset[]).map((preset) => (
          <Button key={preset} size="small" onClick={() => onChange(withPreset(calendar, preset))}>
            {t(`preset.${preset}`)}
          </Button>
        ))}
      </fieldset>
      {empty ? (
        <p role="alert" className="mb-2 text-danger text-sm">
          {t(`faults.${empty}`)}
        </p>
      ) : null}
      <ul className="divide-y divide-line-2 border-line-2 border-y">
        {WEEKDAYS.map((weekday) => (
          <li key={weekday} className="grid grid-cols-[3rem_minmax(0,1fr)_auto] items-start gap-x-3 py-1.5">
            <span className="flex min-h-8 items-center font-semibold">{words.weekday(weekday)}</span>
            <PeriodsField
              name={words.weekday(weekday)}
              periods={calendar.week[weekday] ?? []}
              faultAt={(path) => faults.get(path === "" ? `week.${weekday}` : `week.${weekday}.${path}`)}
              onChange={(periods) => onChange(withWeekday(calendar, weekday, periods))}
            />
            <Menu
              button={<Copy size={16} aria-hidden />}
              label={t("copyFrom", { weekday: words.weekday(weekday) })}
              className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink"
            >
              {(Object.keys(COPIES) as (keyof typeof COPIES)[]).map((copies) => (
                <MenuItem key={copies} onSelect={() => onChange(withCopies(calendar, weekday, COPIES[copies]))}>
                  {t(`copyTo.${copies}`)}
                </MenuItem>
              ))}
              {WEEKDAYS.filter((other) => other !== weekday).map((other) => (
                <MenuItem key={other} onSelect={() => onChange(withCopies(calendar, weekday, [other]))}>
                  {t("copyTo.one", { weekday: words.weekday(other) })}
                </MenuItem>
              ))}
            </Menu>
          </li>
        ))}
      </ul>
    </div>
  );
}
