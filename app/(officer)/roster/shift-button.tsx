"use client";

import { useTranslations } from "next-intl";
import type { RosterShift } from "@/lib/shifts/lists";
import { timeOf } from "@/lib/time/zones";
import { useHours } from "./use-hours";
import type { ShownWeek } from "./week-grid";

type Props = { shift: RosterShift; week: Pick<ShownWeek, "officer" | "now" | "timeZone" | "onShift">; named?: boolean };

/** One shift, to be opened: own ones are marked, and so is one that runs now, with whether its officer has signed on. */
export function ShiftButton({ shift, week, named = false }: Props) {
  const t = useTranslations("roster");
  const hours = useHours(week.timeZone);
  const { officer, now, timeZone, onShift } = week;
  const runs = shift.startsAt <= now && now < shift.endsAt;
  const over = shift.endsAt <= now;
  const look = shift.officerId === officer.id ? "border-sel-bar bg-sel" : "border-line bg-raise";
  const state = shift.signedOnAt ? t("signedOn", { at: timeOf(shift.signedOnAt, timeZone) }) : runs || over ? t("notSignedOn") : null;
  return (
    <button
      type="button"
      onClick={() => onShift(shift)}
      className={`w-full rounded-md border px-2 py-1 text-left hover:border-edge ${look} ${runs ? "border-l-4 border-l-ok-mark" : ""} ${over ? "text-ink-3" : ""}`}
    >
      <span className="block text-sm tabular-nums">
        {named ? <span className="mr-2 font-semibold">{shift.name}</span> : <span className="sr-only">{shift.name} </span>}
        {hours(shift)}
      </span>
      {runs || state ? (
        <span className="block text-xs">
          {runs ? <span className="mr-1.5 font-semibold text-ok">{t("now")}</span> : null}
          {state ? <span className={shift.signedOnAt ? "text-ink-2" : "text-late"}>{state}</span> : null}
        </span>
      ) : null}
    </button>
  );
}
