"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { AlarmRow } from "@/lib/alarms/queries";
import { type AlarmKind, isTold } from "@/lib/alarms/rules";
import type { Role } from "@/lib/officers/rules";
import { MINUTE } from "@/lib/time/rules";
import { acknowledgeAlarmAction } from "./actions";
import { readAlarms } from "./known-alarms";

const TONES: Record<AlarmKind, BadgeTone> = {
  danger: "danger",
  overdue: "late",
  promiseOverdue: "late",
  dueSoon: "soon",
  promiseDue: "soon",
  silence: "late",
  nobodyOnDuty: "late",
};

type Props = { alarm: AlarmRow; role: Role; onOpenThread: (id: string) => void };

/** What is wrong, for how long, the way to it, and 知道了 for whoever was told. */
export function AlarmItem({ alarm, role, onOpenThread }: Props) {
  const t = useTranslations("alarms");
  const actions = useTranslations("actions");
  const kinds = useTranslations("questionKinds");
  const sentence = useRefusalSentence();
  const { moment } = useDates();
  const [busy, setBusy] = useState(false);
  const { id, kind, count, threadId, title, questionKind, acknowledgedAt, acknowledgedBy } = alarm;

  async function acknowledge() {
    setBusy(true);
    const result = await acknowledgeAlarmAction({ alarmId: id }).catch(() => null);
    if (!result) toast(actions("noConnection"), { tone: "danger" });
    else if (!result.ok) toast(sentence(result), { tone: "danger" });
    await readAlarms();
    setBusy(false);
  }

  const about = title || (questionKind ? kinds(questionKind) : "");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Badge tone={TONES[kind]}>{t(`kinds.${kind}`)}</Badge>
          {about ? <span className="font-semibold">{about}</span> : null}
          {count > 1 ? <span>{t("count", { count })}</span> : null}
          <span className="text-ink-2">{t(stateOf(alarm), { minutes: minutesOf(alarm) })}</span>
        </p>
        <p className="text-ink-3 text-sm">
          {acknowledgedAt
            ? t("acknowledged", { name: acknowledgedBy ?? "", at: moment(acknowledgedAt) })
            : t("raised", { at: moment(alarm.raisedAt) })}
        </p>
      </div>
      {threadId ? (
        <Button size="small" onClick={() => onOpenThread(threadId)}>
          {t("open")}
        </Button>
      ) : null}
      {acknowledgedAt === null && isTold(alarm.audiences, role) ? (
        <Button size="small" busy={busy} onClick={acknowledge}>
          {t("acknowledge")}
        </Button>
      ) : null}
    </li>
  );
}

function stateOf({ kind, owedAt }: AlarmRow): "left" | "late" | "waits" | "silent" | "empty" {
  if (kind === "silence") return "silent";
  if (kind === "nobodyOnDuty") return "empty";
  if (kind === "danger") return "waits";
  return owedAt && owedAt > serverNow() ? "left" : "late";
}

function minutesOf({ kind, owedAt, since, openedAt }: AlarmRow): number {
  const from = since ?? (kind === "danger" ? openedAt : owedAt);
  return from ? Math.floor(Math.abs(serverNow().getTime() - from.getTime()) / MINUTE) : 0;
}
