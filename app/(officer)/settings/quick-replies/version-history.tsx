"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { QuickReply, QuickReplyVersion } from "@/lib/quick-replies/queries";
import { saveQuickReplyAction } from "./actions";
import { DifferenceShown } from "./difference-shown";

type Props = { quickReply: QuickReply; versions: readonly QuickReplyVersion[]; now: Date };

/** Every version, newest first, each with what it changed; an earlier one can be saved again as the newest. */
export function VersionHistory({ quickReply, versions, now }: Props) {
  const t = useTranslations("quickReplySettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { moment } = useDateWords(now);
  const [running, setRunning] = useState(false);
  const [wrong, setWrong] = useState("");

  async function restore({ title, text, version }: QuickReplyVersion) {
    const { id: quickReplyId, version: seenVersion, shared, accountId, reviewOn } = quickReply;
    setRunning(true);
    const seen = { quickReplyId, version: seenVersion };
    const result = await saveQuickReplyAction({ seen, title, text, shared, accountId, reviewOn }).catch(() => null);
    setRunning(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t("restored", { version, next: result.value.version }));
    router.refresh();
  }

  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      <ol className="flex flex-col gap-4">
        {versions.map((version, place) => {
          const before = versions[place + 1];
          const isNewest = version.version === quickReply.version;
          return (
            <li key={version.version} className="border-line border-l-2 pl-3">
              <p className="flex min-h-8 flex-wrap items-center gap-x-2 text-ink-3 text-sm">
                <span className="font-semibold text-ink">{t("version", { version: version.version })}</span>
                {isNewest ? <Badge tone="info">{t("newest")}</Badge> : null}
                <span suppressHydrationWarning>{t("savedBy", { name: version.officer.name, at: moment(version.savedAt) })}</span>
                {quickReply.mayChange && !isNewest ? (
                  <Button
                    size="small"
                    busy={running}
                    aria-label={t("restoreVersion", { version: version.version })}
                    onClick={() => void restore(version)}
                    className="ml-auto"
                  >
                    {t("restore")}
                  </Button>
                ) : null}
              </p>
              <div className="font-semibold">
                <DifferenceShown before={before?.title ?? version.title} after={version.title} />
              </div>
              <DifferenceShown before={before?.text ?? version.text} after={version.text} />
            </li>
          );
        })}
      </ol>
    </>
  );
}
