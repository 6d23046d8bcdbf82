"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { useDayWords } from "@/app/(officer)/reports/use-day-words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { percent } from "@/lib/reports/figures";
import type { WeeklyRun } from "@/lib/reports/mailings";

const TONES: Record<WeeklyRun["state"], BadgeTone> = { queued: "soon", building: "info", sending: "info", sent: "ok", failed: "late" };
const LOOK_EVERY = 3_000;

/** How the last weeks were mailed: what they told, or why not yet. */
export function RunHistory({ runs, timeZone, readAt }: { runs: readonly WeeklyRun[]; timeZone: string; readAt: Date }) {
  const t = useTranslations("weeklyReport");
  const format = useFormatter();
  const { days } = useDayWords();
  const router = useRouter();
  const underway = runs.some(({ dueAt }) => dueAt !== null && dueAt.getTime() - readAt.getTime() < LOOK_EVERY);
  useEffect(() => {
    if (!underway) return;
    const timer = setInterval(() => router.refresh(), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [underway, router]);

  const moment = (instant: Date) =>
    format.dateTime(instant, { timeZone, month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <section className="mt-6 border-line-2 border-t pt-4">
      <h3 className="font-semibold">{t("history")}</h3>
      {runs.length === 0 ? <p className="text-ink-2">{t("noneYet")}</p> : null}
      <ul>
        {runs.map((run) => (
          <li key={run.id} className="border-line-2 border-b py-2">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{days(run.week)}</span>
              <Badge tone={TONES[run.state]}>{t(`states.${run.state}`)}</Badge>
              <span className="text-ink-3 text-sm">
                {run.by ? t("askedBy", { name: run.by, at: moment(run.queuedAt) }) : t("planned", { at: moment(run.queuedAt) })}
                {" · "}
                {t("to", { count: run.recipients })}
              </span>
            </p>
            {run.state === "building" || run.state === "sending" ? (
              <progress
                max={100}
                value={run.progress}
                aria-label={t("progress")}
                className="h-2 w-full max-w-80 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-info [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-info"
              />
            ) : null}
            {run.numbers ? (
              <p className="text-ink-2 text-sm">
                {t("told", {
                  opened: run.numbers.opened,
                  within10: run.numbers.within10 === null ? "–" : percent(run.numbers.within10),
                  answered: run.numbers.answered === null ? "–" : percent(run.numbers.answered),
                  late: run.numbers.late,
                })}
              </p>
            ) : null}
            {run.sentAt ? <p className="text-ink-3 text-sm">{t("sentAt", { at: moment(run.sentAt) })}</p> : null}
            {run.problem ? (
              <p className="text-late text-sm">
                {t(`problems.${run.problem}`, { detail: run.detail ?? "–" })}
                {run.dueAt ? ` ${t("nextTry", { at: moment(run.dueAt), attempts: run.attempts })}` : ""}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
