"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { RosterShift } from "@/lib/shifts/lists";
import { dayOf } from "@/lib/time/zones";
import { askSwapAction, cancelShiftAction, standInAction } from "./actions";
import { DayName } from "./day-name";
import type { Person, RosterOfficer } from "./roster";
import { useAct } from "./use-act";
import { useDay, useHours } from "./use-hours";

const SELECT = `h-9 w-full ${TEXT_BOX}`;

type Props = {
  shift: RosterShift;
  officer: RosterOfficer;
  people: readonly Person[];
  /** Of the week that is shown: what can be wanted in return. */
  shifts: readonly RosterShift[];
  timeZone: string;
  now: Date;
  onClose: () => void;
};

/** One shift and what this officer may do to it: ask a colleague to take one's own; give it to somebody or cancel it. */
export function ShiftDialog({ shift, officer, people, shifts, timeZone, now, onClose }: Props) {
  const t = useTranslations("roster.shift");
  const common = useTranslations("common");
  const dayWords = useDay(timeZone);
  const hours = useHours(timeZone);
  const { busy, wrong, act } = useAct();
  const [toId, setToId] = useState("");
  const [otherShiftId, setOtherShiftId] = useState("");
  const begun = shift.startsAt <= now;
  const over = shift.endsAt <= now;
  const asks = shift.officerId === officer.id && !begun;
  const sets = officer.plans && !over;
  const inReturn = shifts.filter((other) => other.officerId === toId && other.startsAt > now);
  const closed = async (done: Promise<boolean>) => (await done) && onClose();

  function ask(event: FormEvent) {
    event.preventDefault();
    if (toId === "") return;
    const swap = { shiftId: shift.id, toId, otherShiftId: otherShiftId || null };
    void closed(act(() => askSwapAction(swap), t("asked")));
  }
  return (
    <Dialog open title={t("title", { name: shift.name })} closeLabel={common("close")} onClose={onClose}>
      <p className="mb-3 flex flex-wrap gap-x-3">
        <DayName day={dayOf(shift.startsAt, timeZone)} isToday={dayOf(now, timeZone) === dayOf(shift.startsAt, timeZone)} />
        <span className="tabular-nums">{hours(shift)}</span>
      </p>
      <FormAlert>{wrong}</FormAlert>
      {asks || sets ? (
        <form onSubmit={ask} className="flex flex-col gap-3">
          <Field label={t("colleague")} hint={asks ? t("askHint") : null}>
            {(wiring) => (
              <select {...wiring} value={toId} onChange={({ target }) => setToId(target.value)} className={SELECT}>
                <option value="">{t("choose")}</option>
                {people
                  .filter(({ id }) => id !== shift.officerId)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          {asks && inReturn.length > 0 ? (
            <Field label={t("inReturn")}>
              {(wiring) => (
                <select {...wiring} value={otherShiftId} onChange={({ target }) => setOtherShiftId(target.value)} className={SELECT}>
                  <option value="">{t("nothing")}</option>
                  {inReturn.map((other) => (
                    <option key={other.id} value={other.id}>
                      {t("other", { day: dayWords(other.startsAt), hours: hours(other) })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
          <div className="flex flex-wrap justify-end gap-3">
            {sets ? (
              <>
                <Button
                  tone="danger"
                  busy={busy}
                  onClick={() => void closed(act(() => cancelShiftAction({ shiftId: shift.id }), t("cancelled")))}
                >
                  {t("cancel")}
                </Button>
                <span className="flex-1" />
                <Button
                  busy={busy}
                  disabled={toId === ""}
                  onClick={() => void closed(act(() => standInAction({ shiftId: shift.id, seenId: shift.officerId, toId }), t("given")))}
                >
                  {t("give")}
                </Button>
              </>
            ) : null}
            {asks ? (
              <Button type="submit" tone="primary" busy={busy} disabled={toId === ""}>
                {t("ask")}
              </Button>
            ) : null}
          </div>
        </form>
      ) : (
        <p className="text-ink-2">{over ? t("over") : t("theirs")}</p>
      )}
    </Dialog>
  );
}
