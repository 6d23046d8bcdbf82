"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useZone } from "@/app/(officer)/account-clocks";
import { answerAddress } from "@/app/(officer)/standing-answers/addresses";
import type { Due, Weeks } from "@/app/(officer)/standing-answers/weeks";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { dayOf, daysLater } from "@/lib/time/zones";

type Props = { account: string; ahead: Weeks; now: Date };

const MOMENT = { month: "short", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const TONES: Record<Due["kind"], BadgeTone> = { begins: "info", ends: "late", review: "soon" };
const SHAPES: Record<Due["kind"], string> = { begins: "○", ends: "●", review: "◐" };

/** What is past, then week by week; a week in which nothing is due says so. */
export function WeekList({ account, ahead, now }: Props) {
  const t = useTranslations("standingAnswers.calendar");
  const format = useFormatter();
  const date = (day: string) => format.dateTime(new Date(`${day}T12:00:00Z`), { timeZone: "UTC", month: "short", day: "numeric" });
  const { overdue, weeks, later } = ahead;
  return (
    <ol className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-4">
      {overdue.length > 0 ? <Part title={t("overdue")} dues={overdue} account={account} now={now} isWide isUrgent /> : null}
      {weeks.map(({ monday, dues }, week) => (
        <Part
          key={monday}
          title={t(week === 0 ? "thisWeek" : "week", { from: date(monday), to: date(daysLater(monday, 6)) })}
          dues={dues}
          account={account}
          now={now}
        />
      ))}
      {later.length > 0 ? <Part title={t("later")} dues={later} account={account} now={now} isWide /> : null}
    </ol>
  );
}

type PartProps = { title: string; dues: readonly Due[]; account: string; now: Date; isWide?: boolean; isUrgent?: boolean };

function Part({ title, dues, account, now, isWide = false, isUrgent = false }: PartProps) {
  const t = useTranslations("standingAnswers.calendar");
  const format = useFormatter();
  const zone = useZone();
  const yearOf = (at: Date) => dayOf(at, zone).slice(0, 4);
  const when = (at: Date) => format.dateTime(at, yearOf(at) === yearOf(now) ? MOMENT : { ...MOMENT, year: "numeric" });
  return (
    <li
      className={`rounded-xl border bg-panel p-3 ${isUrgent ? "border-late-mark" : "border-line"} ${isWide ? "md:col-span-2 xl:col-span-4" : ""}`}
    >
      <h2 className={`font-semibold ${isUrgent ? "text-late" : ""}`}>{title}</h2>
      {dues.length === 0 ? <p className="mt-1 text-ink-3 text-sm">{t("nothing")}</p> : null}
      <ul className={isWide ? "mt-1 grid gap-x-6 md:grid-cols-2 xl:grid-cols-4" : "mt-1"}>
        {dues.map(({ id, name, number, owner, kind, at }) => (
          <li key={`${id} ${kind}`} className={`border-line-2 py-1.5 ${isWide ? "" : "not-first:border-t"}`}>
            <Link href={answerAddress(account, id)} className="flex min-h-8 flex-wrap items-center gap-x-2 rounded-md hover:text-info">
              <span className="min-w-0 truncate font-semibold">{number === null ? name : t("numbered", { number, name })}</span>
              <Badge tone={TONES[kind]}>
                <span aria-hidden>{SHAPES[kind]} </span>
                {t(`kinds.${kind}`)}
              </Badge>
            </Link>
            <p className="flex flex-wrap gap-x-3 text-ink-2 text-sm tabular-nums" suppressHydrationWarning>
              <span>{when(at)}</span>
              <span className="text-ink-3">{owner}</span>
            </p>
          </li>
        ))}
      </ul>
    </li>
  );
}
