"use client";

import { useTranslations } from "next-intl";
import { tidyTime } from "@/app/(officer)/settings/calendar/calendar-draft";
import { Segmented } from "@/components/ui/segmented";
import { TEXT_BOX } from "@/components/ui/text-input";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import type { PolicyRule } from "@/lib/sla/schema";
import { USUAL_BAND } from "./policy-draft";
import { Ticks } from "./ticks";
import type { FaultWords } from "./use-fault-words";

type Props = { rule: PolicyRule; faultAt: FaultWords; onChange: (change: Partial<PolicyRule>) => void };

const PRIORITIES = ["any", "urgent", "calm"] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Whom a rule is for: which kinds, urgent or not, and when it comes. */
export function RuleScope({ rule, faultAt, onChange }: Props) {
  const t = useTranslations("timeLimits");
  const kinds = useTranslations("questionKinds");
  const days = useTranslations("workCalendar");
  const { band } = rule;
  const bandFault = faultAt("band") ?? faultAt("band.days") ?? faultAt("band.from") ?? faultAt("band.to");
  const setBand = (change: Partial<NonNullable<PolicyRule["band"]>>) => band && onChange({ band: { ...band, ...change } });

  return (
    <div className="flex flex-col gap-3">
      <Ticks
        label={t("kinds")}
        hint={rule.kinds.length === 0 ? t("everyKind") : undefined}
        options={QUESTION_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
        chosen={rule.kinds}
        onChange={(chosen) => onChange({ kinds: QUESTION_KINDS.filter((kind) => chosen.includes(kind)) })}
      />
      <div>
        <p className="mb-1 text-ink-2 text-sm">{t("priority")}</p>
        <Segmented
          label={t("priority")}
          segments={PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) }))}
          value={rule.priority}
          onChange={(priority) => onChange({ priority })}
        />
      </div>
      <div>
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={band !== null}
            onChange={(event) => onChange({ band: event.target.checked ? { ...USUAL_BAND, days: [...USUAL_BAND.days] } : null })}
            className="size-4 accent-action"
          />
          {t("band")}
        </label>
        {band ? (
          <div className="mt-1 flex flex-wrap items-end gap-x-4 gap-y-2 pl-6">
            <Ticks
              label={t("bandDays")}
              options={WEEKDAYS.map((day) => ({ value: day, label: days(`weekdays.${day - 1}`) }))}
              chosen={band.days}
              onChange={(chosen) => setBand({ days: WEEKDAYS.filter((day) => chosen.includes(day)) })}
            />
            <span className="flex items-center gap-1">
              {(["from", "to"] as const).map((side) => (
                <span key={side} className="flex items-center gap-1">
                  {side === "to" ? <span aria-hidden="true">–</span> : null}
                  <input
                    aria-label={t(`bandTime.${side}`)}
                    aria-invalid={bandFault ? true : undefined}
                    inputMode="numeric"
                    autoComplete="off"
                    maxLength={8}
                    value={band[side]}
                    onChange={(event) => setBand({ [side]: event.target.value })}
                    onBlur={() => tidyTime(band[side]) !== band[side] && setBand({ [side]: tidyTime(band[side]) })}
                    className={`h-8 w-[4.25rem] text-center ${TEXT_BOX.replace("px-3", "px-1")}`}
                  />
                </span>
              ))}
            </span>
          </div>
        ) : null}
        {bandFault ? (
          <p role="alert" className="mt-1 pl-6 text-danger text-sm">
            {bandFault}
          </p>
        ) : null}
      </div>
    </div>
  );
}
