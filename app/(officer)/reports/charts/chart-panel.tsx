"use client";

import { type ReactNode, useId, useState } from "react";
import { buttonClass } from "@/components/ui/button";

type Words = { asTable: string; asChart: string };
type Props = {
  title: string;
  lead: ReactNode;
  summary: string;
  chart: ReactNode;
  /** What is drawn holds ways into the rows, and is no mere picture. */
  linked?: boolean;
  table: ReactNode;
  words: Words;
  className?: string;
};

/** The browser has drawn a chart as wide as the screen has room: on paper it takes the width that is there. */
const ON_PAPER =
  "print:[&_.recharts-responsive-container]:h-auto! print:[&_.recharts-responsive-container>div]:h-auto! print:[&_.recharts-responsive-container>div]:w-full! print:[&_.recharts-wrapper]:h-auto! print:[&_.recharts-wrapper]:w-full! print:[&_.recharts-surface]:h-auto print:[&_.recharts-surface]:w-full";

/** A chart with its text alternative, which turns into its table at a press. On paper both stand. */
export function ChartPanel({ title, lead, summary, chart, linked = false, table, words, className = "" }: Props) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const shown = `${asTable ? "hidden print:block" : "mt-2"} ${ON_PAPER}`;
  return (
    <section aria-labelledby={id} className={`report-panel print:col-span-full print:break-inside-auto ${className}`}>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          <p className="text-ink-3 text-sm">{lead}</p>
        </div>
        <button
          type="button"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          className={`${buttonClass("quiet", "small")} print:hidden`}
        >
          {asTable ? words.asChart : words.asTable}
        </button>
      </div>
      {linked ? (
        <figure aria-label={summary} className={shown}>
          {chart}
        </figure>
      ) : (
        <div role="img" aria-label={summary} className={shown}>
          {chart}
        </div>
      )}
      <div className={asTable ? "relative mt-2 max-h-80 overflow-auto print:max-h-none" : "hidden print:block"}>{table}</div>
    </section>
  );
}
