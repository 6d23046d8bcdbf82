"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { withDays } from "@/lib/sla/holidays";
import type { Calendar } from "@/lib/sla/schema";
import { runsOf } from "./calendar-draft";
import { type DaysFile, type LineFault, MAX_FILE_BYTES, MAX_FILE_LINES, readDaysFile } from "./days-file";
import { useCalendarWords } from "./use-calendar-words";

type Props = { calendar: Calendar; onDone: (calendar: Calendar) => void; onCancel: () => void };

/** Days from a file: first what would be entered, or every line that is wrong; then all of it, or nothing. */
export function DaysImport({ calendar, onDone, onCancel }: Props) {
  const t = useTranslations("workCalendar");
  const [read, setRead] = useState<DaysFile | null>(null);

  const entered = read && "days" in read ? withDays(calendar, read.days) : null;

  async function take(file: File | undefined) {
    if (!file) return setRead(null);
    // A huge file is not even read.
    if (file.size > MAX_FILE_BYTES) return setRead({ fault: "tooLarge" });
    const bytes = await file.arrayBuffer().catch(() => null);
    setRead(bytes ? readDaysFile(new Uint8Array(bytes)) : { fault: "notText" });
  }

  return (
    <section aria-label={t("import")} className="flex flex-col gap-3 rounded-lg border border-line bg-raise p-3">
      <Field
        label={t("file")}
        hint={t("fileHint")}
        error={read && "fault" in read ? t(`fileFaults.${read.fault}`, { most: MAX_FILE_LINES }) : null}
      >
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".csv,text/csv,text/plain"
            onChange={(event) => void take(event.target.files?.[0])}
            className="max-w-full text-sm file:mr-3 file:h-8 file:rounded-lg file:border file:border-line file:bg-panel file:px-3 file:text-ink-2"
          />
        )}
      </Field>
      <div role="status">
        {read && "lines" in read ? <WrongLines lines={read.lines} /> : null}
        {read && "days" in read ? <Preview calendar={calendar} days={read.days} /> : null}
      </div>
      <div className="flex gap-2">
        {entered && entered.days.length > calendar.days.length ? (
          <Button size="small" tone="primary" onClick={() => onDone(entered)}>
            {t("enterFile", { count: entered.days.length - calendar.days.length })}
          </Button>
        ) : null}
        <Button size="small" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </section>
  );
}

const MOST_LINES_SHOWN = 20;

function WrongLines({ lines }: { lines: readonly LineFault[] }) {
  const t = useTranslations("workCalendar");
  return (
    <>
      <p className="text-danger">{t("wrongLines", { count: lines.length })}</p>
      <ul className="text-sm">
        {lines.slice(0, MOST_LINES_SHOWN).map(({ line, fault, text }) => (
          <li key={line}>
            {t(`lineFaults.${fault}`, { line })} <code className="wrap-anywhere rounded bg-line-2 px-1">{text.slice(0, 60)}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function Preview({ calendar, days }: { calendar: Calendar; days: Extract<DaysFile, { days: unknown }>["days"] }) {
  const t = useTranslations("workCalendar");
  const words = useCalendarWords();
  const entered = withDays(calendar, days);
  const known = new Set(calendar.days.map(({ day }) => day));
  const runs = runsOf(entered.days.filter(({ day }) => !known.has(day)));
  const kept = days.length - (entered.days.length - calendar.days.length);
  return (
    <>
      <p>{t("preview", { count: days.length - kept })}</p>
      <ul className="text-sm">
        {runs.map((run) => (
          <li key={run.first} className="flex flex-wrap items-center gap-2 py-0.5">
            <Badge tone={run.periods.length === 0 ? "info" : "soon"}>{t(run.periods.length === 0 ? "holiday" : "workday")}</Badge>
            {words.days(run)} {run.name}
          </li>
        ))}
      </ul>
      {kept > 0 ? <p className="text-ink-2 text-sm">{t("kept", { count: kept })}</p> : null}
    </>
  );
}
