import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/officer-action";

export type GroupRun = ReturnType<typeof useGroupRun>["run"];

/** Runs one action at a time on a group, reads the group anew, and says in a corner why it could not be done. */
export function useGroupRun(reload: () => Promise<void>) {
  const t = useTranslations("actions");
  const sentence = useRefusalSentence();
  const [running, setRunning] = useState(false);

  /** @returns what the action gave back, or null when it was not done or nobody knows */
  async function run<T>(act: () => Promise<ActionResult<T>>): Promise<{ value: T } | null> {
    if (running) return null;
    setRunning(true);
    const result = await act().catch(() => null);
    if (!result) toast(t("noConnection"), { tone: "danger" });
    else if (!result.ok) toast(sentence(result), { tone: "danger" });
    await reload();
    setRunning(false);
    return result?.ok ? { value: result.value } : null;
  }
  return { running, run };
}
