import { useTranslations } from "next-intl";
import { useState } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/officer-action";
import { useRefusalSentence } from "./use-refusal-sentence";

export type Run = ReturnType<typeof useRun>["run"];

/** Runs one action at a time on a thread, shows what came of it, and says in a corner why it could not be done. */
export function useRun(threadId: string) {
  const { refreshThread, settleThread } = useInbox();
  const sentence = useRefusalSentence();
  const t = useTranslations("actions");
  const [running, setRunning] = useState(false);

  /** @returns what the action gave back, or null when it was not done or nobody knows */
  async function run<T>(act: () => Promise<ActionResult<T>>): Promise<{ value: T } | null> {
    setRunning(true);
    const result = await act().catch(() => null);
    if (!result) toast(t("noConnection"), { tone: "danger" });
    else if (!result.ok) toast(sentence(result), { tone: "danger" });
    if (result?.ok) await settleThread(threadId);
    else await refreshThread(threadId).catch(() => undefined);
    setRunning(false);
    return result?.ok ? { value: result.value } : null;
  }

  return { running, run };
}
