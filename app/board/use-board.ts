import { useEffect, useState, useSyncExternalStore } from "react";
import { alignTicker, subscribeToSeconds, thisSecond } from "@/app/(officer)/inbox/feed/ticker";
import type { Board } from "@/lib/board/rules";
import type { BoardNoticeKey } from "./board-notice";
import { isOutdated, stillSince, watchBoard } from "./watch-board";

type Shown = { board: Board; refused: BoardNoticeKey | null };

/** The board as it was last told, and this second by the server's clock. A newer build of the desk loads itself. */
export function useBoard(first: Board, build: string): Shown & { now: Date; lostSince: Date | null } {
  const [shown, setShown] = useState<Shown>(() => {
    if (typeof window !== "undefined") alignTicker(first.now);
    return { board: first, refused: null };
  });
  useEffect(
    () =>
      watchBoard((heard) => {
        if (heard.kind === "refused")
          setShown(({ board }) => ({ board, refused: heard.refusal === "boardTokenNotFound" ? "revoked" : "signedOut" }));
        if (heard.kind !== "told") return;
        alignTicker(heard.board.now);
        setShown({ board: heard.board, refused: null });
        if (isOutdated(heard, { build, startedAt: first.now })) void loadAnew();
      }),
    [first, build],
  );
  const now = new Date(useSyncExternalStore(subscribeToSeconds, thisSecond, () => first.now.getTime()));
  return { ...shown, now, lostSince: stillSince(shown.board, now) };
}

/** Only from a server that answers: a browser's error page would hang there until somebody came. */
async function loadAnew() {
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  await answer?.body?.cancel();
  if (answer?.ok) location.reload();
}
