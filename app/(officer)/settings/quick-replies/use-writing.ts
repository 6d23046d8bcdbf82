import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { unknownVariables } from "@/lib/quick-replies/rules";
import { saveQuickReplyAction } from "./actions";

/** What is being written of a text, on top of the version that the officer saw, and its way to the desk. `isNewer`: a colleague has saved meanwhile. */
export function useWriting(quickReply: QuickReply | null) {
  const t = useTranslations("quickReplySettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [written, setWritten] = useState(() => contentOf(quickReply));
  const [seen, setSeen] = useState(quickReply);
  const [wrong, setWrong] = useState("");
  const [isSaving, setSaving] = useState(false);

  const isNewer = quickReply !== null && seen !== null && quickReply.version > seen.version;
  const isUnchanged = JSON.stringify(written) === JSON.stringify(contentOf(seen));
  // A restored version comes from beside this form: with nothing written it is simply taken over.
  if (isNewer && isUnchanged) takeOver();
  const isComplete = written.title.trim() !== "" && written.text.trim() !== "" && unknownVariables(written.text).length === 0;

  function takeOver() {
    setSeen(quickReply);
    setWritten(contentOf(quickReply));
  }

  async function save() {
    if (isSaving || !isComplete || isUnchanged) return;
    setSaving(true);
    const onTopOf = isNewer ? quickReply : seen;
    const result = await saveQuickReplyAction({
      ...written,
      seen: onTopOf && { quickReplyId: onTopOf.id, version: onTopOf.version },
    }).catch(() => null);
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (!result?.ok) return result?.refusal === "quickReplyChanged" ? router.refresh() : undefined;
    toast(t("saved", { version: result.value.version }));
    const kept = { ...written, title: written.title.trim(), text: written.text.trim() };
    setWritten(kept);
    if (!onTopOf) return router.replace(`/settings/quick-replies/${result.value.id}`);
    setSeen({ ...onTopOf, ...kept, version: result.value.version });
    router.refresh();
  }

  return {
    written,
    write: (change: Partial<typeof written>) => setWritten({ ...written, ...change }),
    state: { isSaving, isComplete, isUnchanged, isNewer },
    wrong,
    save,
    /** What was written is given up for what stands. */
    discard: () => {
      takeOver();
      setWrong("");
    },
  };
}

function contentOf(quickReply: QuickReply | null) {
  const { title = "", text = "", shared = false, accountId = null, reviewOn = null } = quickReply ?? {};
  return { title, text, shared, accountId, reviewOn };
}
