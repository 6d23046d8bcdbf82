import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { toast } from "@/components/ui/toast";
import { acknowledgeAlarmsAction } from "./actions";
import { readAlarms } from "./known-alarms";

/** 知道了: says so of alarms and reads how they stand then; what was refused is told. */
export function useAcknowledging(): { busy: boolean; acknowledge: (alarmIds: string[]) => Promise<void> } {
  const actions = useTranslations("actions");
  const sentence = useRefusalSentence();
  const [busy, setBusy] = useState(false);

  async function acknowledge(alarmIds: string[]) {
    setBusy(true);
    const result = await acknowledgeAlarmsAction({ alarmIds }).catch(() => null);
    if (!result) toast(actions("noConnection"), { tone: "danger" });
    else if (!result.ok) toast(sentence(result), { tone: "danger" });
    await readAlarms();
    setBusy(false);
  }

  return { busy, acknowledge };
}
