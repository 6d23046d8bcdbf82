"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/app/(officer)/roster/use-act";
import { DifferenceShown } from "@/app/(officer)/settings/quick-replies/difference-shown";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import type { StandingAnswerInFull, StandingVersion } from "@/lib/standing-answers/queries";
import { rollBackVersionAction } from "./actions";
import { useVersionText } from "./use-version-text";

type Props = { answer: StandingAnswerInFull; isEditor: boolean; now: Date };

/** Versions that are shown at once: what is kept up daily has hundreds. */
const AT_ONCE = 20;

/** Every version, newest first, each to be compared with the one in force; one that was published can be brought back. */
export function VersionHistory({ answer, isEditor, now }: Props) {
  const t = useTranslations("standingAnswers");
  const { busy, wrong, act } = useAct();
  const { moment } = useDateWords(now);
  const [shown, setShown] = useState(AT_ONCE);
  const [sureOf, setSureOf] = useState<number | null>(null);
  const [isWarned, setWarned] = useState(false);
  const { versions, published } = answer;

  async function rollBack(to: number) {
    if (sureOf !== to) return setSureOf(to);
    const input = { standingAnswerId: answer.id, version: answer.version, to, despiteWarnings: isWarned };
    const isDone = await act(() => rollBackVersionAction(input), t("rolledBack", { version: to, next: answer.version + 1 }));
    // Whoever presses again has read what stands above.
    setWarned(!isDone);
    if (isDone) setSureOf(null);
  }

  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      <ol className="flex flex-col gap-3">
        {versions.slice(0, shown).map((version) => (
          <li key={version.version} className="border-line border-l-2 pl-3">
            <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-sm" suppressHydrationWarning>
              <span className="font-semibold text-ink">{t("version", { version: version.version })}</span>
              {version.id === published?.id ? <Badge tone="info">{t("inForce")}</Badge> : null}
              {version.publishedAt ? null : <Badge>{t("states.unpublished")}</Badge>}
              {version.copyOf ? <span>{t("copyOf", { version: version.copyOf })}</span> : null}
              <span>{t("savedBy", { name: version.savedBy.name, at: moment(version.savedAt) })}</span>
              {version.publishedAt ? (
                <span>{t("publishedBy", { name: version.publishedBy?.name ?? "", at: moment(version.publishedAt) })}</span>
              ) : null}
              {isEditor && version.publishedAt && version.id !== published?.id ? (
                <Button
                  size="small"
                  busy={busy}
                  aria-label={t(sureOf === version.version ? "rollBackSurelyTo" : "rollBackTo", { version: version.version })}
                  onBlur={() => setSureOf(null)}
                  onClick={() => void rollBack(version.version)}
                  className="ml-auto"
                >
                  {sureOf === version.version ? t("rollBackSurely") : t("rollBack")}
                </Button>
              ) : null}
            </div>
            <Comparison version={version} published={published} now={now} />
          </li>
        ))}
      </ol>
      {versions.length > shown ? (
        <Button size="small" onClick={() => setShown(shown + AT_ONCE)} className="mt-3">
          {t("showEarlier", { count: versions.length - shown })}
        </Button>
      ) : null}
    </>
  );
}

/** Worked out only when it is opened. */
function Comparison({ version, published, now }: { version: StandingVersion; published: StandingVersion | null; now: Date }) {
  const t = useTranslations("standingAnswers");
  const { versionText } = useVersionText(now);
  const [isOpen, setOpen] = useState(false);
  const base = published && published.id !== version.id ? published : null;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-8 cursor-pointer items-center rounded-md text-info text-sm">
        {base ? t("compare", { version: base.version }) : t("read")}
      </summary>
      {isOpen ? (
        <div className="rounded-lg bg-raise px-3 py-2">
          <DifferenceShown before={versionText(base ?? version)} after={versionText(version)} />
        </div>
      ) : null}
    </details>
  );
}
