"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import { workdayOf } from "@/lib/sla/holidays";
import type { Calendar, Period } from "@/lib/sla/schema";
import { calendarFaults, isSamePeriods, type Run, type RunFault, runFault, withRun } from "./calendar-draft";
import { PeriodsField } from "./periods-field";

const KINDS = ["holiday", "workday", "own"] as const;
type Kind = (typeof KINDS)[number];
type Props = { calendar: Calendar; replaced: Run | null; onDone: (calendar: Calendar) => void; onCancel: () => void };

const DATES: readonly RunFault[] = ["invalidDay", "runBackwards", "runTooLong", "dayTwice"];

/** Days that differ from the week, new or in the place of others: off, on duty as on a Monday, or with hours of their own. */
export function DayForm({ calendar, replaced, onDone, onCancel }: Props) {
  const t = useTranslations("workCalendar");
  const workday = workdayOf(calendar);
  const start = useRef<HTMLInputElement>(null);
  const [first, setFirst] = useState(replaced?.first ?? "");
  const [last, setLast] = useState(replaced?.last ?? "");
  const [name, setName] = useState(replaced?.name ?? "");
  const [kind, setKind] = useState<Kind>(kindOf(replaced, workday));
  const [own, setOwn] = useState<Period[]>(replaced && replaced.periods.length > 0 ? replaced.periods : workday);
  const [isTried, setTried] = useState(false);
  useEffect(() => start.current?.focus(), []);

  const periods = { holiday: [], workday, own }[kind];
  const run: Run = { first, last: last === "" ? first : last, name, periods };
  const fault = kind === "own" && own.length === 0 ? "noHours" : runFault(calendar, run, replaced);
  const shown = isTried ? fault : null;
  const dateFault = shown && DATES.includes(shown) ? t(`faults.${shown}`) : null;
  const hours = calendarFaults({ week: [own, own, own, own, own, own, own], days: [] });

  function done(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (fault === null) onDone(withRun(calendar, run, replaced));
    else start.current?.focus();
  }

  return (
    <form onSubmit={done} noValidate className="flex flex-col gap-3 rounded-lg border border-line bg-raise p-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <Field label={t("first")} error={dateFault}>
          {(wiring) => (
            <TextInput
              {...wiring}
              ref={start}
              type="date"
              value={first}
              onChange={(event) => setFirst(event.target.value)}
              className="max-w-[11rem]"
            />
          )}
        </Field>
        <Field label={t("last")} hint={t("lastHint")}>
          {(wiring) => (
            <TextInput {...wiring} type="date" value={last} onChange={(event) => setLast(event.target.value)} className="max-w-[11rem]" />
          )}
        </Field>
        <Field label={t("name")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              maxLength={40}
              value={name}
              onChange={(event) => setName(event.target.value)}
              className="max-w-[11rem]"
            />
          )}
        </Field>
      </div>
      <Segmented
        label={t("kind")}
        segments={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === "own" ? (
        <PeriodsField
          name={t("ownHours")}
          periods={own}
          faultAt={(path) => hours.get(path === "" ? "week.0" : `week.0.${path}`)}
          onChange={setOwn}
        />
      ) : null}
      {shown === "noHours" ? <p className="text-danger text-sm">{t("faults.noHours")}</p> : null}
      <div className="flex gap-2">
        <Button type="submit" size="small" tone="primary">
          {t(replaced ? "takeOver" : "enter")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}

function kindOf(run: Run | null, workday: Period[]): Kind {
  if (!run || run.periods.length === 0) return "holiday";
  return isSamePeriods(run.periods, workday) ? "workday" : "own";
}
