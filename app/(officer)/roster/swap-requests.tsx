"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import type { OpenSwap } from "@/lib/shifts/lists";
import { answerSwapAction } from "./actions";
import { useAct } from "./use-act";
import { useDay, useHours } from "./use-hours";

type Props = { swaps: readonly OpenSwap[]; officerId: string; timeZone: string };

/** Who asks whom to swap: whoever is asked says yes or no, whoever asked takes it back. */
export function SwapRequests({ swaps, officerId, timeZone }: Props) {
  const t = useTranslations("roster.swaps");
  const day = useDay(timeZone);
  const hours = useHours(timeZone);
  const { busy, wrong, act } = useAct();
  const words = (shift: OpenSwap["shift"]) => t("when", { day: day(shift.startsAt), hours: hours(shift) });
  const answer = (swapId: string, accepted: boolean, said: string) => void act(() => answerSwapAction({ swapId, accepted }), said);
  return (
    <section aria-labelledby="swaps-title" className="rounded-xl border border-line bg-panel p-4">
      <h2 id="swaps-title" className="font-semibold text-lg">
        {t("title")}
      </h2>
      <FormAlert>{wrong}</FormAlert>
      {swaps.length === 0 ? <p className="mt-1 text-ink-2">{t("none")}</p> : null}
      <ul className="mt-1 flex flex-col">
        {swaps.map(({ id, from, to, shift, otherShift }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line-2 border-t py-2 first:border-t-0">
            <span className="min-w-0 flex-1 basis-64">
              {otherShift
                ? t("swap", { from: from.name, to: to.name, shift: words(shift), other: words(otherShift) })
                : t("cover", { from: from.name, to: to.name, shift: words(shift) })}
            </span>
            {to.id === officerId ? (
              <span className="flex gap-2">
                <Button size="small" busy={busy} onClick={() => answer(id, false, t("declined"))}>
                  {t("decline")}
                </Button>
                <Button size="small" tone="primary" busy={busy} onClick={() => answer(id, true, t("accepted"))}>
                  {t("accept")}
                </Button>
              </span>
            ) : from.id === officerId ? (
              <Button size="small" busy={busy} onClick={() => answer(id, false, t("takenBack"))}>
                {t("takeBack")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
