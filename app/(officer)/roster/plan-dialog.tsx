"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { MAX_WEEKS } from "@/lib/shifts/rules";
import { planShiftAction } from "./actions";
import type { Person } from "./roster";
import { useAct } from "./use-act";

const SELECT = `h-9 w-full ${TEXT_BOX}`;

type Props = { accountId: string; people: readonly Person[]; officerId: string; day: string; onClose: () => void };

/** 排班: who, on which day, from when until when, in how many weeks. An end that is not after the start is on the next day. */
export function PlanDialog({ accountId, people, onClose, ...first }: Props) {
  const t = useTranslations("roster.planning");
  const common = useTranslations("common");
  const { busy, wrong, act } = useAct();
  const [officerId, setOfficerId] = useState(first.officerId);
  const [day, setDay] = useState(first.day);
  const [from, setFrom] = useState("08:00");
  const [to, setTo] = useState("16:30");
  const [weeks, setWeeks] = useState(1);
  const isComplete = officerId !== "" && day !== "" && from !== "" && to !== "" && from !== to;

  async function plan(event: FormEvent) {
    event.preventDefault();
    if (!isComplete) return;
    if (await act(() => planShiftAction({ accountId, officerId, day, from, to, weeks }), t("done"))) onClose();
  }
  return (
    <Dialog open title={t("title")} closeLabel={common("close")} onClose={onClose}>
      <form onSubmit={plan} className="flex flex-col gap-3">
        <Field label={t("officer")}>
          {(wiring) => (
            <select {...wiring} value={officerId} onChange={({ target }) => setOfficerId(target.value)} className={SELECT}>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("day")}>
          {(wiring) => <TextInput {...wiring} type="date" required value={day} onChange={({ target }) => setDay(target.value)} />}
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t("from")}>
            {(wiring) => <TextInput {...wiring} type="time" required value={from} onChange={({ target }) => setFrom(target.value)} />}
          </Field>
          <Field label={t("to")} hint={to !== "" && to <= from ? t(from === to ? "noHours" : "nextDay") : null}>
            {(wiring) => <TextInput {...wiring} type="time" required value={to} onChange={({ target }) => setTo(target.value)} />}
          </Field>
        </div>
        <Field label={t("repeat")}>
          {(wiring) => (
            <select {...wiring} value={weeks} onChange={({ target }) => setWeeks(Number(target.value))} className={SELECT}>
              {Array.from({ length: MAX_WEEKS }, (_, place) => place + 1).map((count) => (
                <option key={count} value={count}>
                  {t("weeks", { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div>
          <FormAlert>{wrong}</FormAlert>
          <div className="flex justify-end gap-3">
            <Button onClick={onClose}>{common("cancel")}</Button>
            <Button type="submit" tone="primary" busy={busy} disabled={!isComplete}>
              {t("submit")}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}
