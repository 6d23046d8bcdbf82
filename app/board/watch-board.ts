import type { Board } from "@/lib/board/rules";
import { MINUTE, reviveInstants, SECOND } from "@/lib/time/rules";

/** What the server said when it was last asked. `lost`: nothing of use, or nothing at all. */
export type Heard = { kind: "told"; build: string; board: Board } | { kind: "refused"; refusal: string } | { kind: "lost" };

export const ASKED_EVERY = 2 * SECOND;
/** A wall that may show nothing asks on, in case somebody opens it again. */
const REFUSED_ASKS_EVERY = 15 * SECOND;
const PATIENCE = 8 * SECOND;

/** Asks for the board, one answer after the other, until the returned function is called: a slow server is never asked twice at once. */
export function watchBoard(tell: (heard: Heard) => void, ask = askServer): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let ended = false;
  const next = async () => {
    const heard = await ask();
    if (ended) return;
    tell(heard);
    timer = setTimeout(next, heard.kind === "refused" ? REFUSED_ASKS_EVERY : ASKED_EVERY);
  };
  timer = setTimeout(next, ASKED_EVERY);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** Since when the numbers stand still, or null while they are fresh. */
export function stillSince(board: Board, now: Date): Date | null {
  return now.getTime() - board.now.getTime() > PATIENCE ? board.now : null;
}

/** Whether a newer build has answered; not within a minute of the last start, should two builds be up side by side for a while. */
export function isOutdated(told: { build: string; board: Board }, own: { build: string; startedAt: Date }): boolean {
  return told.build !== own.build && told.board.now.getTime() - own.startedAt.getTime() > MINUTE;
}

async function askServer(): Promise<Heard> {
  try {
    const answer = await fetch("/board/now", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) return { kind: "told", ...JSON.parse(await answer.text(), reviveInstants) };
    if (answer.status !== 401) return { kind: "lost" };
    const { refusal } = (await answer.json()) as { refusal: string };
    return { kind: "refused", refusal };
  } catch {
    return { kind: "lost" };
  }
}
