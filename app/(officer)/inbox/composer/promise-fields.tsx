"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { instantOf } from "@/app/(officer)/local-moment";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { QuestionRow } from "@/lib/questions/queries";
import { wallClock } from "@/lib/time/zones";
import { PromiseStarter } from "./promise-starter";
import { isPromisable, promisePresets } from "./promise-times";
import { recentUnits } from "./recent-units";
import { usePromising } from "./use-promising";
import type { ReplyDesk } from "./use-reply";

type Props = { questions: readonly QuestionRow[]; desk: ReplyDesk };

const BOX = `h-8 px-2 text-sm ${TEXT_BOX}`;

/** Who sees to it, and when the resident hears again: what makes an interim reply more than 已转. */
export function PromiseFields({ questions, desk }: Props) {
  const t = useTranslations("composer");
  const { serverNow } = useInbox();
  const { moment } = useDates();
  const id = useId();
  const [known, setKnown] = useState<string[]>([]);
  useEffect(() => setKnown(recentUnits()), []);
  const [unitField, timeField] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const { draft, change, problem, sending } = desk;
  const now = serverNow();
  const current = currentQuestion(questions);
  const { latest, hours } = usePromising(current ? [current] : []);
  const units = [...new Set([...questions.flatMap(({ promisedUnit }) => promisedUnit ?? []), ...known])];
  const promisedAt = instantOf(draft.promisedAt, hours.timeZone);
  const isMissing = problem?.kind === "incomplete";
  const toFirstEmpty = useEffectEvent(() => (draft.unit.trim() === "" ? unitField : timeField).current?.focus());
  useEffect(() => {
    if (problem?.kind === "incomplete") toFirstEmpty();
  }, [problem]);
  const isNever = promisedAt === null && draft.promisedAt !== "";
  const isWrong = promisedAt ? !isPromisable(promisedAt, now, latest) : isMissing || isNever;

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-2 text-sm">
      <label className="flex items-center gap-1.5">
        {t("unit")}
        <input
          ref={unitField}
          value={draft.unit}
          onChange={(event) => change({ unit: event.target.value })}
          list={`${id}-units`}
          maxLength={60}
          required
          readOnly={sending}
          aria-invalid={isMissing && draft.unit.trim() === ""}
          placeholder={t("unitExample")}
          className={`w-40 ${BOX}`}
        />
      </label>
      <datalist id={`${id}-units`}>
        {units.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
      <span className="flex gap-1">
        {promisePresets(now, hours, latest).map(({ preset, field }) => (
          <button
            key={preset}
            type="button"
            disabled={sending}
            aria-pressed={draft.promisedAt === field}
            onClick={() => change({ promisedAt: field })}
            className="min-h-8 rounded-md border border-transparent px-2 text-info hover:bg-sel aria-pressed:border-info aria-pressed:bg-sel"
          >
            {t(`presets.${preset}`)}
          </button>
        ))}
      </span>
      <label className="flex items-center gap-1.5">
        {t("promisedAt")}
        <input
          ref={timeField}
          type="datetime-local"
          value={draft.promisedAt}
          onChange={(event) => change({ promisedAt: event.target.value })}
          min={wallClock(now, hours.timeZone)}
          max={wallClock(latest, hours.timeZone)}
          required
          readOnly={sending}
          aria-invalid={isWrong}
          className={`w-[15.5em] ${BOX}`}
        />
      </label>
      {promisedAt && isWrong ? <span className="text-late">{t("promiseTooFar", { latest: moment(latest) })}</span> : null}
      {isNever ? <span className="text-late">{t("promiseNever")}</span> : null}
      <PromiseStarter desk={desk} />
    </div>
  );
}
