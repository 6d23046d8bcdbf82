"use client";

import { useTranslations } from "next-intl";
import { DifferenceShown } from "@/app/(officer)/settings/quick-replies/difference-shown";
import { useDateWords } from "@/app/(officer)/use-date-words";
import type { StandingVersion } from "@/lib/standing-answers/queries";
import { useVersionText } from "./use-version-text";
import { bodyOf, type Written } from "./written";

/** What a colleague has saved meanwhile, compared with what stands in the form. */
export function Theirs({ newest, written, now }: { newest: StandingVersion | undefined; written: Written; now: Date }) {
  const t = useTranslations("standingAnswers");
  const { moment } = useDateWords(now);
  const { bodyText } = useVersionText(now);
  if (!newest) return null;
  return (
    <section aria-label={t("theirs")} className="rounded-lg border border-soon-mark bg-panel px-3 py-2">
      <p className="mb-1 text-ink-2 text-sm" suppressHydrationWarning>
        {t("theirsBy", { name: newest.savedBy.name, at: moment(newest.savedAt) })}
      </p>
      <DifferenceShown before={bodyText(newest.body)} after={bodyText(bodyOf(written))} />
    </section>
  );
}
