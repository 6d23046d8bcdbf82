"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Board } from "@/lib/board/rules";

const SHOWN = 8;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** Who is there now; where somebody should be and nobody is, since when. */
export function OnDuty({ onDuty, unattended }: Pick<Board, "onDuty" | "unattended">) {
  const t = useTranslations("board");
  const format = useFormatter();
  return (
    <section className="board-panel">
      <h2 className="board-heading">{t("onDuty")}</h2>
      {unattended.map(({ name, since }) => (
        <p key={name} className="board-alarm">
          <span aria-hidden="true">▲</span> {t("unattended", { name, since: format.dateTime(since, TIME) })}
        </p>
      ))}
      {onDuty.length === 0 && unattended.length === 0 ? <p className="board-quiet">{t("nobodySignedOn")}</p> : null}
      <ul className="board-names">
        {onDuty.slice(0, SHOWN).map(({ officerId, name }) => (
          <li key={officerId}>{name}</li>
        ))}
        {onDuty.length > SHOWN ? <li>{t("more", { count: onDuty.length - SHOWN })}</li> : null}
      </ul>
    </section>
  );
}
