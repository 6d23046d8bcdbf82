"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFocusBack } from "@/app/(officer)/settings/limits/use-focus-back";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { PUBLISHED_YEARS, publishedDays, withDays } from "@/lib/sla/holidays";
import type { Calendar } from "@/lib/sla/schema";
import { type Run, runsOf, withoutRun } from "./calendar-draft";
import { DayForm } from "./day-form";
import { DaysImport } from "./days-import";
import { useCalendarWords } from "./use-calendar-words";

type Props = { calendar: Calendar; today: string; onChange?: ((calendar: Calendar) => void) | undefined };

const ICON = "grid size-8 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink";

/** The days that differ from the week, by year. Without `onChange` they are only shown. */
export function SpecialDays({ calendar, today, onChange }: Props) {
  const t = useTranslations("workCalendar");
  const [editing, setEditing] = useState<Run | "new" | "file" | null>(null);
  const { target, focusBack } = useFocusBack<HTMLButtonElement>();
  const runs = runsOf(calendar.days);
  const thisYear = today.slice(0, 4);
  const years = [...new Set(runs.map(({ first }) => first.slice(0, 4)))];
  const enterable = Object.keys(PUBLISHED_YEARS)
    .map(Number)
    .filter((year) => year >= Number(thisYear) && withDays(calendar, publishedDays(year)).days.length > calendar.days.length);

  const close = () => {
    setEditing(null);
    focusBack();
  };
  const change = (next: Calendar) => {
    close();
    onChange?.(next);
  };
  const form = (replaced: Run | null) => (
    <DayForm key={replaced ? replaced.first : "new"} calendar={calendar} replaced={replaced} onDone={change} onCancel={close} />
  );

  return (
    <div className="flex flex-col gap-3">
      {onChange ? (
        <div className="flex flex-wrap gap-2">
          {enterable.map((year) => (
            <Button key={year} size="small" onClick={() => change(withDays(calendar, publishedDays(year)))}>
              {t("enterYear", { year: String(year), count: publishedDays(year).length })}
            </Button>
          ))}
          <Button size="small" aria-expanded={editing === "file"} onClick={() => setEditing(editing === "file" ? null : "file")}>
            {t("import")}
          </Button>
          <Button ref={target} size="small" aria-expanded={editing === "new"} onClick={() => setEditing(editing === "new" ? null : "new")}>
            <Plus size={16} aria-hidden />
            {t("addDays")}
          </Button>
        </div>
      ) : null}
      {editing === "file" ? <DaysImport calendar={calendar} onDone={change} onCancel={close} /> : null}
      {editing === "new" ? form(null) : null}
      {runs.length === 0 ? <p className="text-ink-3">{t("noDays")}</p> : null}
      {years.map((year) => {
        const ofYear = runs.filter(({ first }) => first.startsWith(year));
        const source = PUBLISHED_YEARS[Number(year)]?.source;
        return (
          <details key={year} open={year >= thisYear}>
            <summary className="flex min-h-8 items-center gap-2">
              <h3 className="font-semibold">{t("year", { year })}</h3>
              <span className="text-ink-3 text-sm">
                {t("daysOfYear", { count: calendar.days.filter(({ day }) => day.startsWith(year)).length })}
              </span>
            </summary>
            {source ? <p className="mb-1 text-ink-3 text-sm">{t("source", { source })}</p> : null}
            <ul className="divide-y divide-line-2 border-line-2 border-y">
              {ofYear.map((run) =>
                editing !== null && typeof editing === "object" && editing.first === run.first ? (
                  <li key={run.first} className="py-2">
                    {form(run)}
                  </li>
                ) : (
                  <RunRow
                    key={run.first}
                    run={run}
                    onEdit={onChange && (() => setEditing(run))}
                    onRemove={onChange && (() => change(withoutRun(calendar, run)))}
                  />
                ),
              )}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

type RowProps = { run: Run; onEdit: (() => void) | undefined; onRemove: (() => void) | undefined };

function RunRow({ run, onEdit, onRemove }: RowProps) {
  const t = useTranslations("workCalendar");
  const words = useCalendarWords();
  const isHoliday = run.periods.length === 0;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1 sm:grid-cols-[14rem_minmax(0,1fr)_auto]">
      <span>{words.days(run, false)}</span>
      <span className="flex flex-wrap items-center gap-x-2 max-sm:order-last max-sm:col-span-2">
        <Badge tone={isHoliday ? "info" : "soon"}>{t(isHoliday ? "holiday" : "workday")}</Badge>
        {run.name}
        {isHoliday ? null : <span className="text-ink-2">{words.hours(run.periods)}</span>}
      </span>
      {onEdit ? (
        <span className="flex">
          <button type="button" aria-label={t("editDays", { days: words.days(run), name: run.name })} onClick={onEdit} className={ICON}>
            <Pencil size={16} aria-hidden />
          </button>
          <button type="button" aria-label={t("removeDays", { days: words.days(run), name: run.name })} onClick={onRemove} className={ICON}>
            <Trash2 size={16} aria-hidden />
          </button>
        </span>
      ) : null}
    </li>
  );
}
