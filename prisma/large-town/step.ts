import type { CloseReason } from "@/lib/questions/rules";
import type { ReplyKind } from "@/lib/replies/rules";
import type { Person } from "./people";
import type { Matter } from "./words/matter";

export type SaidKind = "text" | "image" | "voice" | "location";
export type Outcome = "sent" | "failed" | "unknown" | "withdrawn";

/** One thing that happens in a thread at an instant in milliseconds: what the desk would have taken in or done. */
export type Step = { at: number; person: Person } & (
  | { does: "follows" }
  | { does: "leaves" }
  | { does: "says"; kind: SaidKind; text: string; matter: Matter }
  | { does: "claims"; officerId: string }
  | { does: "replies"; kind: ReplyKind; text: string; officerId: string; outcome: Outcome; unit: string; promisedAt: number | null }
  | { does: "notes"; text: string; officerId: string; mentionedId: string | null; read: boolean }
  | { does: "closes"; reason: CloseReason; officerId: string }
  | { does: "dismisses"; officerId: string }
  | { does: "snoozes"; until: number; officerId: string }
);

/** Steps of many threads, the earliest first: a binary heap. */
export type Agenda = { add: (step: Step) => void; next: (before: number) => Step | null };

export function agenda(): Agenda {
  const heap: Step[] = [];
  const at = (index: number) => heap[index]?.at ?? Number.POSITIVE_INFINITY;
  const swap = (one: number, other: number) => {
    [heap[one], heap[other]] = [heap[other] as Step, heap[one] as Step];
  };
  return {
    add: (step) => {
      let index = heap.push(step) - 1;
      for (let above = (index - 1) >> 1; index > 0 && at(above) > at(index); above = (index - 1) >> 1) {
        swap(above, index);
        index = above;
      }
    },
    next: (before) => {
      const first = heap[0];
      if (!first || first.at > before) return null;
      const last = heap.pop() as Step;
      if (heap.length === 0) return first;
      heap[0] = last;
      for (let index = 0, below = 1; at(below) < Number.POSITIVE_INFINITY; below = 2 * index + 1) {
        if (at(below + 1) < at(below)) below += 1;
        if (at(below) >= at(index)) break;
        swap(below, index);
        index = below;
      }
      return first;
    },
  };
}
