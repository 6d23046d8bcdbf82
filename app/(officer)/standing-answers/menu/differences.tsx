"use client";

import { useTranslations } from "next-intl";
import type { Difference } from "@/lib/standing-answers/buttons";
import { useButtonWords, usePlaceWords } from "./use-place-words";

type Props = { title: string; differences: readonly Difference[]; tone: "late" | "info" };

/** Where two menus are not the same: what stood there, and what stands there instead. */
export function Differences({ title, differences, tone }: Props) {
  const t = useTranslations("customMenu");
  const place = usePlaceWords();
  const words = useButtonWords();
  return (
    <section aria-label={title}>
      <h3 className={`font-semibold ${tone === "late" ? "text-late" : ""}`}>{title}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {differences.map((one) => (
          <li key={`${one.column}-${one.row}`} className="wrap-anywhere">
            {t("change", { place: place(one), before: words(one.before), after: words(one.after) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
