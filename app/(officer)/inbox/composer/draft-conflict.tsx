"use client";

import { useTranslations } from "next-intl";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Button } from "@/components/ui/button";
import type { Saved } from "@/lib/drafts/queries";

type Props = {
  other: Pick<Saved<unknown>, "text" | "savedAt">;
  keeping: { keepMine(): void; takeOther(): void };
  onChosen: () => void;
};

/** The same officer has written here and elsewhere: both texts, and which of them stays. */
export function DraftConflict({ other, keeping, onChosen }: Props) {
  const t = useTranslations("together.draft");
  const { moment } = useDates();
  const choose = (take: () => void) => () => {
    take();
    onChosen();
  };
  return (
    <section aria-label={t("conflict")} className="mb-2 rounded-lg border border-soon-mark bg-soon-bg px-3 py-2 text-sm text-soon">
      <p role="status" className="font-semibold">
        {t("moved", { at: moment(other.savedAt) })}
      </p>
      <p className="mt-1.5 max-h-40 overflow-y-auto whitespace-pre-wrap rounded-md border border-line bg-panel px-2.5 py-1.5 text-ink">
        {other.text}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={choose(keeping.keepMine)}>
          {t("keepMine")}
        </Button>
        <Button size="small" onClick={choose(keeping.takeOther)}>
          {t("takeOther")}
        </Button>
      </div>
    </section>
  );
}
