"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFocusBack } from "@/app/(officer)/settings/limits/use-focus-back";
import { buttonClass } from "@/components/ui/button";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { Period } from "@/lib/sla/schema";
import { type CalendarFault, nextPeriod, tidyTime } from "./calendar-draft";

type Props = {
  /** Whose hours: a weekday, or days. */
  name: string;
  periods: Period[];
  /** What is wrong with the periods together (``), one of them (`0`) or its times (`0.from`). */
  faultAt: (path: string) => CalendarFault | undefined;
  onChange: (periods: Period[]) => void;
};

/** The duty hours of a day, several periods in order. */
export function PeriodsField({ name, periods, faultAt, onChange }: Props) {
  const t = useTranslations("workCalendar");
  const id = useId();
  const { target, focusBack } = useFocusBack<HTMLButtonElement>();
  const next = nextPeriod(periods);
  const faults = periods.map((_, place) => faultAt(`${place}.from`) ?? faultAt(`${place}.to`) ?? faultAt(`${place}`));
  const fault = faults.find((one) => one !== undefined) ?? faultAt("");
  const sides = ["from", "to"] as const;

  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {periods.length === 0 ? <span className="flex h-8 items-center text-ink-3">{t("closed")}</span> : null}
        {[...periods.entries()].map(([place, period]) => (
          <span key={place} className="flex items-center gap-1">
            {sides.map((side) => (
              <span key={side} className="flex items-center gap-1">
                {side === "to" ? <span aria-hidden="true">–</span> : null}
                <input
                  aria-label={t(`time.${side}`, { name, place: place + 1 })}
                  aria-invalid={faultAt(`${place}.${side}`) || faultAt(`${place}`) || faultAt("") ? true : undefined}
                  aria-describedby={fault ? id : undefined}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={8}
                  value={period[side]}
                  onChange={(event) => onChange(periods.with(place, { ...period, [side]: event.target.value }))}
                  onBlur={() =>
                    tidyTime(period[side]) !== period[side] && onChange(periods.with(place, { ...period, [side]: tidyTime(period[side]) }))
                  }
                  className={`h-8 w-[4.25rem] text-center ${TEXT_BOX.replace("px-3", "px-1")}`}
                />
              </span>
            ))}
            <button
              type="button"
              aria-label={t("removePeriod", { name, place: place + 1 })}
              onClick={() => {
                onChange(periods.toSpliced(place, 1));
                focusBack();
              }}
              className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink"
            >
              <X size={16} aria-hidden />
            </button>
          </span>
        ))}
        {next ? (
          <button
            ref={target}
            type="button"
            aria-label={t("addPeriodTo", { name })}
            onClick={() => onChange([...periods, next])}
            className={buttonClass("quiet", "small")}
          >
            <Plus size={16} aria-hidden />
            {t("addPeriod")}
          </button>
        ) : null}
      </div>
      {fault ? (
        <p id={id} className="mt-1 text-danger text-sm">
          {t(`faults.${fault}`)}
        </p>
      ) : null}
    </div>
  );
}
