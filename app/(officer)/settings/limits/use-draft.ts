import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Saved } from "@/lib/sla/savings";
import type { ActionResult } from "@/lib/web/officer-action";

type Asked<Terms> = { terms: Terms; effectiveFrom: Date | null; seen: string | null };
type Save<Terms> = (asked: Asked<Terms>) => Promise<ActionResult<{ effectiveFrom: Date }>>;

/**
 * What an officer writes on top of what goes now, and its way to the desk. A refused save loses nothing; what a colleague saves
 * meanwhile becomes what is compared with, and is taken over where nothing was written.
 */
export function useDraft<Terms>(standing: Terms, history: readonly Saved<Terms>[], save: Save<Terms>) {
  const t = useTranslations("limits");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [draft, write] = useState(standing);
  const [base, setBase] = useState(standing);
  const [wrong, setWrong] = useState("");
  const [isSaving, setSaving] = useState(false);
  const isUnchanged = isSame(draft, standing);
  if (!isSame(base, standing)) {
    setBase(standing);
    if (isSame(draft, base)) write(standing);
  }

  return {
    draft,
    write,
    state: { isSaving, isUnchanged },
    wrong,
    discard: () => {
      write(standing);
      setWrong("");
    },
    async save(effectiveFrom: Date | null) {
      if (isSaving) return;
      setSaving(true);
      const result = await save({ terms: draft, effectiveFrom, seen: lastSaved(history) }).catch(() => null);
      setSaving(false);
      setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
      if (result?.ok) {
        toast(t(effectiveFrom === null ? "savedAtOnce" : "savedForLater"));
        // What is only planned does not go yet: the page shows again what goes.
        if (effectiveFrom !== null) write(standing);
      }
      if (result?.ok || result?.refusal === "limitsChanged") router.refresh();
    },
  };
}

function lastSaved(history: readonly Saved<unknown>[]): string | null {
  const [last] = history.toSorted((one, other) => other.savedAt.getTime() - one.savedAt.getTime() || (one.id < other.id ? 1 : -1));
  return last?.id ?? null;
}

/** Figures that are not there (NaN) make a difference as well. */
function isSame(one: unknown, other: unknown): boolean {
  const written = (value: unknown) => JSON.stringify(value, (_, part) => (Number.isNaN(part) ? "?" : part));
  return written(one) === written(other);
}
