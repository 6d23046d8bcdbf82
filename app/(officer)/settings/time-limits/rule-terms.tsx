"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "@/app/(officer)/settings/limits/number-field";
import { LONGEST_ANSWER_MINUTES } from "@/lib/sla/rules";
import type { PolicyRule } from "@/lib/sla/schema";
import type { FaultWords } from "./use-fault-words";

type Props = {
  rule: PolicyRule;
  faultAt: FaultWords;
  duration: (minutes: number) => string;
  onChange: (change: Partial<PolicyRule>) => void;
};

const RESPONSES = ["firstResponse", "nextResponse"] as const;
const SIDES = ["minutes", "outsideMinutes"] as const;
/** Five workdays of eight hours. */
const USUAL_ANSWER = 5 * 8 * 60;

/** What a rule owes: responses within and outside duty hours, the answer, and promises. */
export function RuleTerms({ rule, faultAt, duration, onChange }: Props) {
  const t = useTranslations("timeLimits");
  const { answerMinutes, promise } = rule;
  return (
    <div className="flex flex-col gap-3">
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={rule.aroundTheClock}
          onChange={(event) => onChange(event.target.checked ? aroundTheClock(rule) : { aroundTheClock: false })}
          className="size-4 accent-action"
        />
        {t("aroundTheClock")}
      </label>
      <table className="w-full max-w-[34rem]">
        <thead>
          <tr className="text-left text-ink-2 text-sm">
            <td />
            {SIDES.map((side) => (
              <th key={side} scope="col" className="py-1 pr-3 font-normal">
                {t(rule.aroundTheClock && side === "minutes" ? "sides.always" : `sides.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RESPONSES.map((response) => (
            <tr key={response} className="align-top">
              <th scope="row" className="py-1 pr-3 text-left font-normal leading-8">
                {t(`responses.${response}`)}
              </th>
              {SIDES.map((side) => (
                <td key={side} className="py-1 pr-3">
                  <NumberField
                    label={`${t(`responses.${response}`)} ${t(`sides.${side}`)}`}
                    isLabelHidden
                    unit={t("unit.minutes")}
                    value={rule[response][side]}
                    disabled={rule.aroundTheClock && side === "outsideMinutes"}
                    error={faultAt(`${response}.${side}`)}
                    onChange={(minutes) =>
                      onChange({
                        [response]: { ...rule[response], [side]: minutes, ...(rule.aroundTheClock ? { outsideMinutes: minutes } : {}) },
                      })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={answerMinutes !== null}
            onChange={(event) => onChange({ answerMinutes: event.target.checked ? USUAL_ANSWER : null })}
            className="size-4 accent-action"
          />
          {t("answer")}
        </label>
        {answerMinutes === null ? null : (
          <>
            <NumberField
              label={t("answer")}
              isLabelHidden
              unit={t("unit.minutes")}
              value={answerMinutes}
              error={faultAt("answerMinutes", 1, LONGEST_ANSWER_MINUTES)}
              onChange={(minutes) => onChange({ answerMinutes: minutes })}
            />
            {answerMinutes >= 60 ? <span className="text-ink-3 leading-8">{t("equals", { time: duration(answerMinutes) })}</span> : null}
          </>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <NumberField
          label={t("promiseWorkdays")}
          unit={t("unit.workdays")}
          value={promise.workdays}
          error={faultAt("promise.workdays", 1, 60)}
          onChange={(workdays) => onChange({ promise: { ...promise, workdays } })}
        />
        <NumberField
          label={t("promiseExtensions")}
          unit={t("unit.times")}
          value={promise.extensions}
          error={faultAt("promise.extensions", 0, 5)}
          onChange={(extensions) => onChange({ promise: { ...promise, extensions } })}
        />
      </div>
    </div>
  );
}

/** Where hours don't matter no figure of theirs can be wrong. */
function aroundTheClock({ firstResponse, nextResponse }: PolicyRule): Partial<PolicyRule> {
  const alike = ({ minutes }: PolicyRule["firstResponse"]) => ({ minutes, outsideMinutes: minutes });
  return { aroundTheClock: true, firstResponse: alike(firstResponse), nextResponse: alike(nextResponse) };
}
