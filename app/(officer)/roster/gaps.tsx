"use client";

import { useTranslations } from "next-intl";
import type { RosterShift } from "@/lib/shifts/lists";
import { gapsOf } from "./hours";
import { useHours } from "./use-hours";

type Props = { day: string; shifts: readonly RosterShift[]; timeZone: string };

/** The hours of a day in which nobody is on the roster. */
export function Gaps({ day, shifts, timeZone }: Props) {
  const t = useTranslations("roster");
  const hours = useHours(timeZone);
  const gaps = gapsOf(day, shifts, timeZone);
  if (gaps.length === 0) return <span className="text-ink-3 text-sm">{t("covered")}</span>;
  return (
    <ul className="flex flex-col text-late text-sm tabular-nums">
      {gaps.map((gap) => (
        <li key={gap.startsAt.getTime()}>{hours(gap)}</li>
      ))}
    </ul>
  );
}
