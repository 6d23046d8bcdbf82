"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useNow } from "@/app/(officer)/inbox/feed/state";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Tooltip } from "@/components/ui/tooltip";
import type { QuestionRow } from "@/lib/questions/queries";
import { type Duty, type DutyState, dutyOf, explainDuty, remainingFor, stateOf } from "@/lib/sla/rules";
import { HOUR, MINUTE, SECOND } from "@/lib/time/rules";

const SHAPES: Record<DutyState, string> = { running: "○", dueSoon: "◐", late: "●", none: "·" };
const TONES: Record<DutyState, string> = {
  running: "text-ink-2",
  dueSoon: "text-soon font-semibold",
  late: "text-late font-semibold",
  none: "text-ink-3",
};

/** How long an officer still has, by shape, word and colour; hovered or focused it says how the deadline was made. */
export function ClockBadge({ row, size = "row" }: { row: QuestionRow; size?: "row" | "header" }) {
  const t = useTranslations("queue");
  const duty = dutyOf(row, row.window.closesAt);
  const now = useNow();
  const state = stateOf(duty, now);
  const text = useClockText(row, duty, state, now);
  return (
    <Tooltip content={<Explanation row={row} duty={duty} />}>
      <span
        // In a row the whole row takes the focus; the header's clock explains itself to the keyboard, too.
        {...(size === "header" ? { tabIndex: 0 } : {})}
        className={`clock whitespace-nowrap ${size === "row" ? "text-[14px]" : "text-[13.5px]"} ${TONES[state]}`}
        suppressHydrationWarning
      >
        <span aria-hidden="true">{SHAPES[state]} </span>
        <span className="sr-only">{t(`state.${state}`)} </span>
        {text}
      </span>
    </Tooltip>
  );
}

/** How the deadline was made, as a sentence. */
export function Explanation({ row, duty }: { row: QuestionRow; duty: Duty }) {
  const t = useTranslations();
  const format = useFormatter();
  const { key, values } = explainDuty(row, duty);
  const instant = (at: Date) =>
    format.dateTime(at, { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  return <>{t(key, { ...values, from: instant(values.from), counted: instant(values.counted), at: instant(values.at) })}</>;
}

function useClockText(row: QuestionRow, duty: Duty, state: DutyState, now: Date): string {
  const t = useTranslations("queue");
  const { moment } = useDates();
  if (row.answeredAt) return t("answered", { at: moment(row.answeredAt) });
  if (row.closedAt) return t("closed");
  if (!duty.at) return t("resident");
  const remaining = remainingFor(duty.at, now);
  if (state === "late") return t("late", { time: lateness(-remaining, t) });
  if (remaining > DAY_ISH) return t("leftUntil", { at: moment(duty.at) });
  return t("left", { time: digits(remaining) });
}

const DAY_ISH = 12 * HOUR;

function lateness(milliseconds: number, t: ReturnType<typeof useTranslations<"queue">>): string {
  if (milliseconds < MINUTE) return t("seconds", { count: Math.max(1, Math.floor(milliseconds / SECOND)) });
  if (milliseconds < HOUR) return t("minutes", { count: Math.floor(milliseconds / MINUTE) });
  if (milliseconds < 24 * HOUR) return t("hours", { count: Math.floor(milliseconds / HOUR) });
  return t("days", { count: Math.floor(milliseconds / (24 * HOUR)) });
}

function digits(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / SECOND);
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
