"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type Board, sendsNothing, silentMinutes } from "@/lib/board/rules";

const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;

/** Whether what comes in and goes out still does: a quiet wall must not be one that hears nothing. */
export function WallFooter({ board, now }: { board: Board; now: Date }) {
  const t = useTranslations("board");
  const format = useFormatter();
  const silent = board.accounts.flatMap((account) => {
    const minutes = silentMinutes(account, now);
    if (minutes === null) return [];
    const usual = Math.max(1, Math.round(account.usualPerHour));
    return [
      Number.isFinite(minutes) ? t("silent", { name: account.name, minutes, usual }) : t("silentForHours", { name: account.name, usual }),
    ];
  });
  const alarms = [...silent, ...(sendsNothing(board.workerHeardAt, board.now) ? [t("sendsNothing")] : [])];
  const last = board.accounts.flatMap(({ lastMessageAt }) => lastMessageAt ?? []).sort((one, other) => Number(other) - Number(one))[0];
  return (
    <footer className="board-footer">
      {alarms.map((alarm) => (
        <p key={alarm} className="board-alarm">
          <span aria-hidden="true">▲</span> {alarm}
        </p>
      ))}
      {alarms.length === 0 ? <p>{last ? t("lastMessage", { at: format.dateTime(last, TIME) }) : t("noMessage")}</p> : null}
    </footer>
  );
}
