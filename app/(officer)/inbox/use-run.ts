import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/officer-action";
import { useInbox } from "./state";
import { useRefusalSentence } from "./use-refusal-sentence";

/** Runs one action at a time on a thread, shows what came of it, and says in a corner why it could not be done. */
export function useRun(threadId: string) {
  const { refreshThread } = useInbox();
  const sentence = useRefusalSentence();
  const t = useTranslations("actions");
  const [running, setRunning] = useState(false);

  async function run<T>(act: () => Promise<ActionResult<T>>): Promise<{ value: T } | null> {
    setRunning(true);
    try {
      const result = await act();
      if (!result.ok) toast(sentence(result), { tone: "danger" });
      await refreshThread(threadId);
      return result.ok ? { value: result.value } : null;
    } catch {
      // The server could not be reached; the change may have been made, and the feed will tell.
      toast(t("noConnection"), { tone: "danger" });
      return null;
    } finally {
      setRunning(false);
    }
  }

  return { running, run };
}
