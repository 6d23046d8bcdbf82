import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/officer-action";

/** Runs one action at a time and reads the page anew; `wrong`: why the last one was refused, as a sentence, and "" otherwise. */
export function useAct() {
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");

  /** @returns whether it was done; `done` is said then. */
  async function act<T>(run: () => Promise<ActionResult<T>>, done: string): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    const result = await run().catch(() => null);
    setBusy(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(done);
    // Refused, too: what it shows may be out of date.
    router.refresh();
    return result?.ok ?? false;
  }

  return { busy, wrong, act };
}
