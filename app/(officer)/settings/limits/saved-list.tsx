"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { Saved } from "@/lib/sla/savings";
import type { ActionResult } from "@/lib/web/officer-action";
import { ChangeList } from "./save-bar";
import { useMoment } from "./use-moment";

type Props<Terms> = {
  /** The one that begins last first. */
  history: readonly Saved<Terms>[];
  /** Until when what goes cannot be changed any more. */
  settled: Date;
  timeZone: string;
  /** What holds before the first one. */
  unsaved: Terms;
  unsavedWords: string;
  changesOf: (before: Terms, later: Terms) => string[];
  /** Left out where the officer may only read. */
  onReuse?: ((terms: Terms) => void) | undefined;
  withdraw: (id: string) => Promise<ActionResult<void>>;
};

/** What was ever saved, what is planned first: from when on, by whom, and in what it differs from the one before. */
export function SavedList<Terms>({ history, settled, timeZone, unsaved, unsavedWords, changesOf, onReuse, withdraw }: Props<Terms>) {
  const t = useTranslations("limits");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const moment = useMoment(timeZone);
  const [isRunning, setRunning] = useState(false);
  const [wrong, setWrong] = useState("");
  const goes = history.findIndex(({ effectiveFrom }) => effectiveFrom <= settled);

  async function takeAway(id: string) {
    setRunning(true);
    const result = await withdraw(id).catch(() => null);
    setRunning(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t("withdrawn"));
    router.refresh();
  }

  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      <ol className="flex flex-col gap-4">
        {history.map((saved, place) => {
          const changes = changesOf(history[place + 1]?.terms ?? unsaved, saved.terms);
          const isPlanned = goes < 0 || place < goes;
          return (
            <li key={saved.id} className={`border-l-2 pl-3 ${place === goes ? "border-info" : "border-line"}`}>
              <p className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
                {isPlanned ? <Badge tone="soon">{t("planned")}</Badge> : null}
                {place === goes ? <Badge tone="info">{t("goes")}</Badge> : null}
                <span className="font-semibold" suppressHydrationWarning>
                  {t("from", { at: moment(saved.effectiveFrom) })}
                </span>
                <span className="text-ink-3 text-sm" suppressHydrationWarning>
                  {t("savedBy", { name: saved.officer.name, at: moment(saved.savedAt) })}
                </span>
                {onReuse ? (
                  <span className="ml-auto flex gap-2">
                    <Button
                      size="small"
                      aria-label={t("reuseOf", { at: moment(saved.effectiveFrom) })}
                      onClick={() => {
                        onReuse(saved.terms);
                        toast(t("reused"));
                      }}
                    >
                      {t("reuse")}
                    </Button>
                    {isPlanned ? (
                      <Button
                        size="small"
                        busy={isRunning}
                        aria-label={t("withdrawOf", { at: moment(saved.effectiveFrom) })}
                        onClick={() => void takeAway(saved.id)}
                      >
                        {t("withdraw")}
                      </Button>
                    ) : null}
                  </span>
                ) : null}
              </p>
              {changes.length > 0 ? <ChangeList changes={changes} /> : <p className="text-ink-3">{t("sameAsBefore")}</p>}
            </li>
          );
        })}
      </ol>
      {goes < 0 ? <p className={history.length > 0 ? "mt-4 text-ink-2" : "text-ink-2"}>{unsavedWords}</p> : null}
    </>
  );
}
