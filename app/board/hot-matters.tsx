"use client";

import { useTranslations } from "next-intl";
import type { HotCluster } from "@/lib/board/rules";

/** What many ask about at once, by place and matter. */
export function HotMatters({ clusters }: { clusters: readonly HotCluster[] }) {
  const t = useTranslations("board");
  return (
    <section className="board-panel">
      <h2 className="board-heading">{t("hot")}</h2>
      {clusters.length === 0 ? <p className="board-quiet">{t("noneHot")}</p> : null}
      <ul className="board-matters">
        {clusters.map(({ id, title, people, newcomers }) => (
          <li key={id} className="board-matter">
            <span className="board-matter-title">{title ?? t("untitled")}</span>
            <span className="board-people">{t("people", { count: people })}</span>
            <span className="board-newcomers">{newcomers > 0 ? t("newcomers", { count: newcomers }) : ""}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
