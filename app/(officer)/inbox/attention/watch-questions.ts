import { loadAttention } from "@/app/(officer)/inbox/feed/loaders";
import { serverNow, subscribeToSeconds } from "@/app/(officer)/inbox/feed/ticker";
import type { QuestionRow } from "@/lib/questions/queries";
import { MINUTE, SECOND } from "@/lib/time/rules";
import { onHeard } from "./heard";

/** Clocks bring snoozed questions back without an event. */
const READ_AGAIN = 2 * MINUTE;
/** Until they have been read nothing calls: a reading that failed is soon made again. */
const TRY_AGAIN = 5 * SECOND;

/**
 * Holds the questions that may call an officer, read once and kept by the feed, and shows them to `look` each second, by the
 * server's clock, until `leaving`.
 */
export function watchQuestions(leaving: AbortSignal, look: (rows: QuestionRow[], now: Date) => void): void {
  let rows: Map<string, QuestionRow> | null = null;
  let heardSince: QuestionRow[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = async () => {
    heardSince = [];
    clearTimeout(timer);
    const told = await loadAttention().catch(() => null);
    if (leaving.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => void read(), told ? READ_AGAIN : TRY_AGAIN);
    // What the feed told while we read is newer.
    if (told) rows = new Map([...told.questions, ...heardSince].map((row) => [row.id, row]));
  };
  const stops = [
    onHeard((heard) => {
      if (heard === null) return void read();
      heardSince = [...heardSince, ...heard];
      for (const row of heard) rows?.set(row.id, row);
    }),
    subscribeToSeconds(() => rows && look([...rows.values()], serverNow())),
  ];
  void read();
  leaving.addEventListener("abort", () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  });
}
