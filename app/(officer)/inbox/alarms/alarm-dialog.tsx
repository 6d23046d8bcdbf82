"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { AlarmRow } from "@/lib/alarms/queries";
import { ALARM_KINDS } from "@/lib/alarms/rules";
import type { Role } from "@/lib/officers/rules";
import { AlarmItem } from "./alarm-item";
import { readAlarms } from "./known-alarms";

type Props = { alarms: readonly AlarmRow[]; role: Role; onOpenThread: (id: string) => void; onClose: () => void };

/** Every alarm that stands: those that nobody has acknowledged first, the most pressing before the others, then the latest. */
export function AlarmDialog({ alarms, role, onOpenThread, onClose }: Props) {
  const t = useTranslations("alarms");
  const common = useTranslations("common");
  useEffect(() => void readAlarms(), []);
  const sorted = [...alarms].sort((one, other) => placeOf(one) - placeOf(other));
  return (
    <Dialog open title={t("title")} closeLabel={common("close")} onClose={onClose} wide>
      {sorted.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line-2">
        {sorted.map((alarm) => (
          <AlarmItem
            key={alarm.id}
            alarm={alarm}
            role={role}
            onOpenThread={(id) => {
              onClose();
              onOpenThread(id);
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function placeOf({ kind, acknowledgedAt }: AlarmRow): number {
  return ALARM_KINDS.indexOf(kind) + (acknowledgedAt === null ? 0 : ALARM_KINDS.length);
}
