"use client";

import { useTranslations } from "next-intl";
import type { Board } from "@/lib/board/rules";
import { percent, share } from "@/lib/reports/figures";
import { SECOND } from "@/lib/time/rules";
import { asClock } from "./spans";

/** How fast the last hour was answered, and how the day stands. */
export function Figures({ board: { hour, today } }: { board: Board }) {
  const t = useTranslations("board");
  const time = (seconds: number | null) => (seconds === null ? t("nothing") : asClock(Math.round(seconds) * SECOND));
  const kept = (part: number) => {
    const attained = share(part, today.owed);
    return attained === null ? t("nothing") : percent(attained);
  };
  return (
    <div className="board-figures">
      <Group title={t("lastHour")}>
        <Figure word={t("median")} value={time(hour.median)} />
        <Figure word={t("ninetieth")} value={time(hour.ninetieth)} />
        <Figure word={t("responses", { count: hour.responses })} value={String(hour.responses)} />
      </Group>
      <Group title={t("today")}>
        <Figure word={t("asked")} value={String(today.asked)} />
        <Figure word={t("withinTen")} value={kept(today.withinTen)} />
        <Figure word={t("withinThree")} value={kept(today.withinThree)} />
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="board-panel">
      <h2 className="board-heading">{title}</h2>
      <dl className="board-group">{children}</dl>
    </section>
  );
}

function Figure({ word, value }: { word: string; value: string }) {
  return (
    <div className="board-pair">
      <dt className="board-sub">{word}</dt>
      <dd className="board-figure">{value}</dd>
    </div>
  );
}
