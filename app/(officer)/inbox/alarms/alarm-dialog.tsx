"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AlarmRow } from "@/lib/alarms/queries";
import { isTold } from "@/lib/alarms/rules";
import type { Role } from "@/lib/officers/rules";
import { AlarmItem } from "./alarm-item";
import { byUrgency } from "./alarm-order";
import { readAlarms } from "./known-alarms";
import { useAcknowledging } from "./use-acknowledging";

type Props = { alarms: readonly AlarmRow[]; role: Role; onOpenThread: (id: string) => void; onClose: () => void };

/** Every alarm that stands: those that nobody has acknowledged first, the most pressing before the others, and all of them acknowledged at a press. */
export function AlarmDialog({ alarms, role, onOpenThread, onClose }: Props) {
  const t = useTranslations("alarms");
  const common = useTranslations("common");
  useEffect(() => void readAlarms(), []);
  const { busy, acknowledge } = useAcknowledging();
  const sorted = byUrgency(alarms);
  const unseen = sorted.filter(({ acknowledgedAt, audiences }) => acknowledgedAt === null && isTold(audiences, role));
  return (
    <Dialog open title={t("title")} closeLabel={common("close")} onClose={onClose} wide>
      {sorted.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      {unseen.length > 1 ? (
        <Button size="small" busy={busy} onClick={() => acknowledge(unseen.map(({ id }) => id))}>
          {t("acknowledgeAll", { count: unseen.length })}
        </Button>
      ) : null}
      <ul className="divide-y divide-line-2">
        {sorted.map((alarm) => (
          <AccountClock key={alarm.id} accountId={alarm.accountId}>
            <AlarmItem
              alarm={alarm}
              role={role}
              onOpenThread={(id) => {
                onClose();
                onOpenThread(id);
              }}
            />
          </AccountClock>
        ))}
      </ul>
    </Dialog>
  );
}
