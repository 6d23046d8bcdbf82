"use client";

import { useFormatter, useTranslations } from "next-intl";
import { IconMark } from "@/app/icon-mark";
import type { Board } from "@/lib/board/rules";

const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const DATE = { month: "long", day: "numeric", weekday: "short" } as const;

/** Whose wall it is, what time it is, and whether what it shows is true now. */
export function WallHeader({ board, now, lostSince, signedIn }: { board: Board; now: Date; lostSince: Date | null; signedIn: boolean }) {
  const t = useTranslations("board");
  const format = useFormatter();
  const names = board.accounts.map(({ name }) => name).join(t("and"));
  return (
    <header className="board-header">
      <h1 className="board-name">
        <IconMark size={40} />
        {signedIn ? (
          <a href="/inbox" title={t("back")}>
            {names}
          </a>
        ) : (
          names
        )}
      </h1>
      {lostSince ? (
        <p className="board-lost">
          <span aria-hidden="true">▲</span> {t("lost", { since: format.dateTime(lostSince, TIME) })}
        </p>
      ) : (
        <p className="board-live">
          <span aria-hidden="true">●</span> {t("live")}
        </p>
      )}
      <p className="board-date">{format.dateTime(now, DATE)}</p>
      <p className="board-clock">{format.dateTime(now, TIME)}</p>
    </header>
  );
}
