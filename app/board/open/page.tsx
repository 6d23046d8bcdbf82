import { BoardFrame } from "@/app/board/board-frame";
import { type BoardQuery, boardLooks } from "@/app/board/looks";
import { OpenBoard } from "./open-board";

/** Where a wall's link leads: its secret stands behind the #, which no server is told and no log keeps. */
export default async function OpenBoardPage({ searchParams }: { searchParams: Promise<BoardQuery> }) {
  return (
    <BoardFrame {...(await boardLooks(await searchParams))}>
      <OpenBoard />
    </BoardFrame>
  );
}
