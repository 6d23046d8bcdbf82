import type { QuestionRow } from "@/lib/questions/queries";

/** Changed questions as the feed tells them; null when the gap was too wide and everything has to be read anew. */
type Heard = QuestionRow[] | null;

const listeners = new Set<(heard: Heard) => void>();

/** The feed's word for whoever watches, whatever the queue shows. */
export function tellWatch(heard: Heard): void {
  for (const listener of listeners) listener(heard);
}

/** Hears of each change; returns how to stop. */
export function onHeard(listener: (heard: Heard) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
