import type { Tx } from "@/lib/db";
import type { EventType } from "./types";

export type NewEvent = {
  type: EventType;
  accountId?: string;
  threadId?: string;
  questionId?: string;
  messageId?: string;
  replyId?: string;
  officerId?: string;
  /** Ids, counts, codes and instants. Never message text, openids or names: events outlive erased text. */
  facts?: Record<string, string | number | boolean | null>;
};

/** Writes what happened, in the transaction of the change itself. */
export async function record(tx: Tx, event: NewEvent, at: Date): Promise<void> {
  await tx.event.create({ data: { ...event, at }, select: { id: true } });
}

/** The same of what happened to many at once. */
export async function recordAll(tx: Tx, events: readonly NewEvent[], at: Date): Promise<void> {
  await tx.event.createMany({ data: events.map((event) => ({ ...event, at })) });
}
