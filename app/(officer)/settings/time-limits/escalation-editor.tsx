"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NumberField } from "@/app/(officer)/settings/limits/number-field";
import { useFocusBack } from "@/app/(officer)/settings/limits/use-focus-back";
import { Button } from "@/components/ui/button";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { EscalationStep, Policy } from "@/lib/sla/schema";
import { MAX_STEPS, withNewStep } from "./policy-draft";
import type { FaultWords } from "./use-fault-words";

type Escalation = Policy["escalation"];
type Props = { escalation: Escalation; faultAt: FaultWords; onChange: (escalation: Escalation) => void };

const CHAIN = ["shift", "supervisors", "admins"] as const;
const A_DAY = 1_440;
const USUAL_REPEAT = 10;

/** Who is told how long before a question is due, or after; and whether the last step is said again. */
export function EscalationEditor({ escalation, faultAt, onChange }: Props) {
  const t = useTranslations("timeLimits");
  const { target, focusBack } = useFocusBack<HTMLButtonElement>();
  const { steps, repeatMinutes } = escalation;
  const setStep = (place: number, change: Partial<EscalationStep>) => {
    const step = steps[place];
    if (step) onChange({ ...escalation, steps: steps.with(place, { ...step, ...change }) });
  };
  const order = faultAt("escalation.steps");
  return (
    <div className="flex flex-col gap-3">
      {steps.length === 0 ? <p className="text-ink-3">{t("noSteps")}</p> : null}
      <ol className="flex flex-col gap-1.5">
        {[...steps.entries()].map(([place, { minutesBefore, to }]) => {
          // Zero minutes after is written -0: it stays on the side that the officer chose.
          const isAfter = minutesBefore < 0 || Object.is(minutesBefore, -0);
          const signed = (minutes: number) => (isAfter ? -minutes : minutes);
          return (
            <li key={place} className="flex flex-wrap items-start gap-2">
              <span className="w-5 leading-8">{place + 1}.</span>
              <select
                aria-label={t("stepSide", { place: place + 1 })}
                value={isAfter ? "after" : "before"}
                onChange={() => setStep(place, { minutesBefore: -minutesBefore })}
                className={`h-8 ${TEXT_BOX.replace("px-3", "px-2")}`}
              >
                <option value="before">{t(minutesBefore === 0 && !isAfter ? "whenDue" : "beforeDue")}</option>
                <option value="after">{t(minutesBefore === 0 && isAfter ? "whenDue" : "afterDue")}</option>
              </select>
              <NumberField
                label={t("stepMinutes", { place: place + 1 })}
                isLabelHidden
                unit={t("unit.minutes")}
                value={Math.abs(minutesBefore)}
                error={faultAt(`escalation.steps.${place}.minutesBefore`, 0, A_DAY)}
                onChange={(minutes) => setStep(place, { minutesBefore: signed(minutes) })}
              />
              <select
                aria-label={t("stepTo", { place: place + 1 })}
                value={to}
                onChange={(event) => setStep(place, { to: event.target.value as EscalationStep["to"] })}
                className={`h-8 ${TEXT_BOX.replace("px-3", "px-2")}`}
              >
                {CHAIN.map((who) => (
                  <option key={who} value={who}>
                    {t(`tell.${who}`)}
                  </option>
                ))}
              </select>
              <button
                type="button"
                aria-label={t("removeStep", { place: place + 1 })}
                onClick={() => {
                  onChange({ ...escalation, steps: steps.toSpliced(place, 1) });
                  focusBack();
                }}
                className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink"
              >
                <X size={16} aria-hidden />
              </button>
            </li>
          );
        })}
      </ol>
      {order ? (
        <p role="alert" className="text-danger text-sm">
          {order}
        </p>
      ) : null}
      {steps.length < MAX_STEPS ? (
        <div>
          <Button ref={target} size="small" onClick={() => onChange({ ...escalation, steps: withNewStep(steps) })}>
            <Plus size={16} aria-hidden />
            {t("addStep")}
          </Button>
        </div>
      ) : null}
      <Optional
        label={t("repeat")}
        lead={t("every")}
        isOn={repeatMinutes !== null}
        onToggle={(isOn) => onChange({ ...escalation, repeatMinutes: isOn ? USUAL_REPEAT : null })}
      >
        <NumberField
          label={t("repeatEvery")}
          isLabelHidden
          unit={t("unit.minutes")}
          value={repeatMinutes ?? USUAL_REPEAT}
          error={faultAt("escalation.repeatMinutes", 1, A_DAY)}
          onChange={(minutes) => onChange({ ...escalation, repeatMinutes: minutes })}
        />
      </Optional>
    </div>
  );
}

type OptionalProps = { label: string; lead: string; isOn: boolean; onToggle: (isOn: boolean) => void; children: ReactNode };

/** Something that is on or off, and its figures while it is on, which `lead` begins a sentence with. */
export function Optional({ label, lead, isOn, onToggle, children }: OptionalProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => onToggle(event.target.checked)}
          className="size-4 shrink-0 accent-action"
        />
        {label}
      </label>
      {isOn ? (
        <span className="flex flex-wrap items-start gap-x-2 max-sm:pl-6">
          <span className="leading-8">{lead}</span>
          {children}
        </span>
      ) : null}
    </div>
  );
}
