"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { instantOf } from "@/app/(officer)/local-moment";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX } from "@/components/ui/text-input";
import { earliestBeginning } from "@/lib/sla/rules";
import { wallClock } from "@/lib/time/zones";
import { useMoment } from "./use-moment";

type Props = {
  now: Date;
  timeZone: string;
  /** When the next one that is planned takes its place. */
  plannedFor: Date | null;
  isChanged: boolean;
  /** What would change, in words; none while something is wrong. */
  changes: readonly string[];
  faults: number;
  wrong: string;
  isSaving: boolean;
  onSave: (effectiveFrom: Date | null) => void;
  onDiscard: () => void;
};

/** What would change, from when on, and the button that does it. */
export function SaveBar({ now, timeZone, plannedFor, isChanged, changes, faults, wrong, isSaving, onSave, onDiscard }: Props) {
  const t = useTranslations("limits");
  const say = useMoment(timeZone);
  const id = useId();
  const [isLater, setLater] = useState(false);
  const [moment, setMoment] = useState("");
  const effectiveFrom = isLater ? instantOf(moment, timeZone) : null;
  const momentFault = !isLater
    ? null
    : effectiveFrom === null
      ? "momentMissing"
      : effectiveFrom < earliestBeginning(now)
        ? "momentPast"
        : null;
  const isReady = isChanged && faults === 0 && momentFault === null;

  return (
    <div className="flex flex-col gap-3 border-line border-t pt-4">
      {isChanged ? null : <p className="text-ink-3">{t("unchanged")}</p>}
      {changes.length === 0 ? null : (
        <section aria-label={t("changes")}>
          <h3 className="text-ink-2 text-sm">{t("changes")}</h3>
          <ChangeList changes={changes} />
        </section>
      )}
      <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <legend className="float-left mr-4 text-ink-2 text-sm">{t("effectiveFrom")}</legend>
        <label className="flex min-h-8 items-center gap-2">
          <input type="radio" name={id} checked={!isLater} onChange={() => setLater(false)} className="size-4 accent-action" />
          {t("atOnce")}
        </label>
        <span className="flex flex-wrap items-center gap-2">
          <label className="flex min-h-8 items-center gap-2">
            <input type="radio" name={id} checked={isLater} onChange={() => setLater(true)} className="size-4 accent-action" />
            {t("later")}
          </label>
          <input
            type="datetime-local"
            aria-label={t("moment")}
            aria-invalid={momentFault !== null || undefined}
            aria-describedby={`${id}-moment`}
            min={wallClock(now, timeZone)}
            value={moment}
            onChange={(event) => {
              setMoment(event.target.value);
              setLater(true);
            }}
            className={`h-9 ${TEXT_BOX}`}
          />
        </span>
      </fieldset>
      <p id={`${id}-moment`} className={momentFault ? "text-danger text-sm" : "text-ink-3 text-sm"}>
        {momentFault ? t(momentFault) : t("running")}
      </p>
      {plannedFor ? (
        <p className="text-soon text-sm" suppressHydrationWarning>
          {t("plannedNext", { at: say(plannedFor) })}
        </p>
      ) : null}
      <FormAlert>{wrong}</FormAlert>
      {faults > 0 ? <p className="text-danger text-sm">{t("faults", { count: faults })}</p> : null}
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" busy={isSaving || !isReady} onClick={() => onSave(effectiveFrom)}>
          {isSaving ? t("saving") : t("save")}
        </Button>
        {isChanged ? <Button onClick={onDiscard}>{t("discard")}</Button> : null}
      </div>
    </div>
  );
}

const MOST_SHOWN = 8;

/** Changes one below the other; many are counted behind the first eight. */
export function ChangeList({ changes }: { changes: readonly string[] }) {
  const t = useTranslations("limits");
  const rest = changes.slice(MOST_SHOWN);
  return (
    <>
      <ul className="list-disc pl-5">
        {changes.slice(0, MOST_SHOWN).map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary className="min-h-8 py-1 text-info">{t("moreChanges", { count: rest.length })}</summary>
          <ul className="list-disc pl-5">
            {rest.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
