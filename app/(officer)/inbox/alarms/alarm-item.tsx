"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { languageOf } from "@/app/language-of";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import type { AlarmRow } from "@/lib/alarms/queries";
import { type AlarmKind, isTold } from "@/lib/alarms/rules";
import type { Role } from "@/lib/officers/rules";
import { MINUTE } from "@/lib/time/rules";
import { countedFrom } from "./alarm-order";
import { useAcknowledging } from "./use-acknowledging";

/** What was told of before it was due and has come to be late meanwhile is late: the badge never says less than the clock beside it. */
const ONCE_LATE: Partial<Record<AlarmKind, AlarmKind>> = {
  dueSoon: "overdue",
  promiseDue: "promiseOverdue",
  answerDue: "answerOverdue",
};

const TONES: Record<AlarmKind, BadgeTone> = {
  danger: "danger",
  overdue: "late",
  promiseOverdue: "late",
  answerOverdue: "late",
  dueSoon: "soon",
  promiseDue: "soon",
  answerDue: "soon",
  silence: "late",
  nobodyOnDuty: "late",
  staleSource: "late",
  standingOver: "late",
  standingEnds: "soon",
  standingReview: "soon",
  menuDrift: "late",
  deafSubscriber: "late",
  unfetchedMedia: "late",
};

type Props = { alarm: AlarmRow; role: Role; onOpenThread: (id: string) => void };

/** What is wrong, with which question, for how long, the way to it, and 知道了 for whoever was told. */
export function AlarmItem({ alarm, role, onOpenThread }: Props) {
  const t = useTranslations("alarms");
  const kinds = useTranslations("questionKinds");
  const { moment } = useDates();
  const { busy, acknowledge } = useAcknowledging();
  const { id, kind, count, number, threadId, title, questionKind, standingAnswerId, acknowledgedAt, acknowledgedBy } = alarm;

  const state = stateOf(alarm);
  const shown = state === "late" ? (ONCE_LATE[kind] ?? kind) : kind;
  const minutes = minutesOf(alarm);
  const about = title || (questionKind ? kinds(questionKind) : "");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex items-baseline gap-x-2">
          <Badge tone={TONES[shown]}>{t(`kinds.${shown}`)}</Badge>
          {about ? (
            <span lang={languageOf(about)} className="min-w-0 truncate font-semibold">
              {about}
            </span>
          ) : null}
          {count > 1 ? <span className="shrink-0">{t("count", { count })}</span> : null}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2 text-sm">
          <span>{t(state, { minutes, hours: Math.floor(minutes / 60), at: alarm.since ? moment(alarm.since) : "" })}</span>
          {number && count === 1 ? <span className="font-mono">{number}</span> : null}
          <span className="text-ink-3">
            {acknowledgedAt
              ? t("acknowledged", { name: acknowledgedBy ?? "", at: moment(acknowledgedAt) })
              : t("raised", { at: moment(alarm.raisedAt) })}
          </span>
        </p>
      </div>
      {threadId ? (
        <Button size="small" onClick={() => onOpenThread(threadId)}>
          {t("open")}
        </Button>
      ) : null}
      {standingAnswerId ? (
        <Link href={`/standing-answers/${standingAnswerId}`} className={buttonClass("quiet", "small")}>
          {t(kind === "staleSource" ? "openSource" : "openAnswer")}
        </Link>
      ) : null}
      {kind === "menuDrift" ? (
        <Link href="/standing-answers/menu" className={buttonClass("quiet", "small")}>
          {t("openMenu")}
        </Link>
      ) : null}
      {acknowledgedAt === null && isTold(alarm.audiences, role) ? (
        <Button size="small" busy={busy} onClick={() => acknowledge([id])}>
          {t("acknowledge")}
        </Button>
      ) : null}
    </li>
  );
}

const STATES = {
  silence: "silent",
  nobodyOnDuty: "empty",
  staleSource: "stale",
  menuDrift: "drifted",
  unfetchedMedia: "unfetched",
  deafSubscriber: "deaf",
  standingOver: "over",
  standingEnds: "ends",
  standingReview: "review",
  danger: "waits",
} as const satisfies Partial<Record<AlarmKind, string>>;
type State = (typeof STATES)[keyof typeof STATES] | "left" | "late";

function stateOf({ kind, owedAt }: AlarmRow): State {
  if (kind in STATES) return STATES[kind as keyof typeof STATES];
  return owedAt && owedAt > serverNow() ? "left" : "late";
}

function minutesOf(alarm: AlarmRow): number {
  const from = countedFrom(alarm);
  return from ? Math.floor(Math.abs(serverNow().getTime() - from.getTime()) / MINUTE) : 0;
}
