"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "@/app/(officer)/settings/limits/number-field";
import type { Policy } from "@/lib/sla/schema";
import { Optional } from "./escalation-editor";
import type { FaultWords } from "./use-fault-words";

type Props = { policy: Policy; faultAt: FaultWords; onChange: (policy: Policy) => void };

const A_DAY = 1_440;
const USUAL_SILENCE = { minutes: 15, usual: 10 };
const USUAL_NOBODY = 5;

/** Alarms that no question raises: no message comes where many are usual, and nobody is on duty. */
export function AlarmsEditor({ policy, faultAt, onChange }: Props) {
  const t = useTranslations("timeLimits");
  const { silence, nobodyOnDutyMinutes } = policy;
  return (
    <div className="flex flex-col gap-3">
      <Optional
        label={t("nobody")}
        lead={t("lasting")}
        isOn={nobodyOnDutyMinutes !== null}
        onToggle={(isOn) => onChange({ ...policy, nobodyOnDutyMinutes: isOn ? USUAL_NOBODY : null })}
      >
        <NumberField
          label={t("nobodyFor")}
          isLabelHidden
          unit={t("unit.minutes")}
          value={nobodyOnDutyMinutes ?? USUAL_NOBODY}
          error={faultAt("nobodyOnDutyMinutes", 1, A_DAY)}
          onChange={(minutes) => onChange({ ...policy, nobodyOnDutyMinutes: minutes })}
        />
      </Optional>
      <Optional
        label={t("silence")}
        lead={t("lasting")}
        isOn={silence !== null}
        onToggle={(isOn) => onChange({ ...policy, silence: isOn ? USUAL_SILENCE : null })}
      >
        <NumberField
          label={t("silenceFor")}
          isLabelHidden
          unit={t("unit.minutes")}
          value={silence?.minutes ?? USUAL_SILENCE.minutes}
          error={faultAt("silence.minutes", 2, A_DAY)}
          onChange={(minutes) => silence && onChange({ ...policy, silence: { ...silence, minutes } })}
        />
        <span className="flex flex-wrap items-start gap-x-2">
          <span className="leading-8">{t("silenceWhere")}</span>
          <NumberField
            label={t("silenceUsual")}
            isLabelHidden
            unit={t("unit.messages")}
            value={silence?.usual ?? USUAL_SILENCE.usual}
            error={faultAt("silence.usual", 1, 100_000)}
            onChange={(usual) => silence && onChange({ ...policy, silence: { ...silence, usual } })}
          />
        </span>
      </Optional>
    </div>
  );
}
