"use client";

import { useTranslations } from "next-intl";
import type { Board } from "@/lib/board/rules";
import { BoardNotice } from "./board-notice";
import { Figures } from "./figures";
import { HotMatters } from "./hot-matters";
import { OnDuty } from "./on-duty";
import { Spoken } from "./spoken";
import { useBoard } from "./use-board";
import { WallFooter } from "./wall-footer";
import { WallHeader } from "./wall-header";
import { WhatWaits } from "./what-waits";

/** All of the wall, the most urgent first. When it hears nothing any more its numbers fade, so that no old one passes for a new one. */
export function Wall({ first, build, signedIn }: { first: Board; build: string; signedIn: boolean }) {
  const t = useTranslations("board");
  const { board, now, lostSince, refused } = useBoard(first, build);
  // Beside numbers that stand still a running clock would say that they live.
  const asOf = lostSince ?? now;
  if (refused) return <BoardNotice about={refused} />;
  return (
    <div className="board-rows">
      <WallHeader board={board} now={now} lostSince={lostSince} signedIn={signedIn} />
      <main id="main" tabIndex={-1} aria-label={t("title")} data-lost={lostSince !== null || undefined} className="board-main outline-none">
        <WhatWaits board={board} now={asOf} />
        <Figures board={board} />
        <div className="board-low">
          <HotMatters clusters={board.clusters} />
          <OnDuty onDuty={board.onDuty} unattended={board.unattended} />
        </div>
      </main>
      <WallFooter board={board} now={asOf} />
      <Spoken board={board} lostSince={lostSince} />
    </div>
  );
}
