import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lasting, percent, pointsBetween } from "@/lib/reports/figures";

export const FIGURE_LINK = "rounded text-info underline-offset-2 hover:underline";

/** A count that opens into its rows; nothing opens into nothing. */
export function CountLink({ href, value }: { href: string; value: number }) {
  const format = useFormatter();
  if (value === 0) return <span className="text-ink-3">0</span>;
  return (
    <Link href={href} prefetch={false} className={`inline-block min-w-6 py-0.5 text-right ${FIGURE_LINK}`}>
      {format.number(value)}
    </Link>
  );
}

/** A share as 97.8 %, or a dash of nothing. */
export function Share({ value }: { value: number | null }) {
  return value === null ? <Nothing /> : percent(value);
}

/** Seconds as 1:52, or a dash where there were none. */
export function Lasting({ seconds }: { seconds: number | null }) {
  const t = useTranslations("reports");
  return seconds === null ? <Nothing /> : lasting(seconds, (days, hours) => t("daysAndHours", { days, hours }));
}

/** How a share has changed: an arrow, a word and so many points. */
export function Change({ now, before }: { now: number | null; before: number | null }) {
  const t = useTranslations("reports.change");
  if (now === null || before === null) return null;
  const points = pointsBetween(now, before);
  const direction = points > 0 ? "up" : points < 0 ? "down" : "same";
  const tone = { up: "text-info", down: "text-late", same: "text-ink-3" }[direction];
  return <span className={`whitespace-nowrap text-base ${tone}`}>{t(direction, { points: Math.abs(points).toFixed(1) })}</span>;
}

function Nothing(): ReactNode {
  const t = useTranslations("reports");
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("nothing")}</span>
    </span>
  );
}
