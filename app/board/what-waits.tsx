"use client";

import { useTranslations } from "next-intl";
import { type Board, isCalm } from "@/lib/board/rules";
import { remainingFor } from "@/lib/sla/rules";
import { useSpan } from "./spans";
import { Tile } from "./tile";

/** What nobody may overlook: danger, what is late, what soon will be, who waits. When nobody does, that, and nothing else. */
export function WhatWaits({ board, now }: { board: Board; now: Date }) {
  const t = useTranslations("board");
  const span = useSpan();
  const { waiting, dueSoon, late, dangers, promisedToday, oldestSince, nextOwedAt, lateOwedAt, latePromise, lateAnswer } = board.open;
  const left = nextOwedAt && t("nearest", { time: span(Math.max(0, remainingFor(nextOwedAt, now))) });
  const longest = latePromise ? "longestPromise" : lateAnswer ? "longestAnswer" : "longest";
  return (
    <section aria-label={t("standing")} className="board-tiles" data-danger={dangers > 0 || undefined}>
      {dangers > 0 ? <Tile tone="danger" shape="▲" word={t("danger")} count={dangers} sub={t("dangerHint")} /> : null}
      {isCalm(board) ? (
        <div className="board-calm">
          <p className="board-calm-word">
            <span aria-hidden="true">✓</span> {t("allAnswered")}
          </p>
          <p className="board-calm-sub">{t("nobodyWaits")}</p>
        </div>
      ) : (
        <>
          <Tile
            tone={late > 0 ? "late" : "quiet"}
            shape="●"
            word={t("late")}
            count={late}
            sub={lateOwedAt ? t(longest, { time: span(-remainingFor(lateOwedAt, now)) }) : t("noneLate")}
          />
          <Tile tone={dueSoon > 0 ? "soon" : "quiet"} shape="◐" word={t("dueSoon")} count={dueSoon} sub={left ?? t("noneDueSoon")} />
          <Tile
            tone="plain"
            shape="○"
            word={t("waiting")}
            count={waiting}
            sub={oldestSince ? t("oldest", { time: span(now.getTime() - oldestSince.getTime()) }) : ""}
          />
        </>
      )}
      <Tile tone={promisedToday > 0 ? "plain" : "quiet"} shape="◇" word={t("promised")} count={promisedToday} sub={t("promisedHint")} />
    </section>
  );
}
