import type { DraftReading, SavedDraft } from "@/lib/drafts/queries";
import type { SaveDraft } from "@/lib/drafts/schema";
import { type Draft, draftOf, isBlank, saysSame } from "./draft";

/** What the server has of a thread's draft, as far as this tab has heard; and what has left it as a reply. */
export class KnownDraft {
  private reading: DraftReading;
  private readonly handedOver = new Set<string>();

  constructor(reading: DraftReading) {
    this.reading = reading;
  }

  get saved(): SavedDraft | null {
    return this.reading.saved;
  }

  /** 0 for none. */
  get revision(): number {
    return this.saved?.revision ?? 0;
  }

  /** When the server read it. */
  get readAt(): Date {
    return this.reading.readAt;
  }

  /** Whether the server has these very words, under this id. */
  has(draft: Draft): boolean {
    if (!this.saved) return isBlank(draft);
    return this.saved.replyId === draft.replyId && saysSame(draftOf(this.saved), draft);
  }

  hear(reading: DraftReading): void {
    this.reading = reading;
  }

  /** Another one stands there than was known. */
  hearOf(saved: SavedDraft | null): void {
    this.reading = { ...this.reading, saved };
  }

  /** The server took the draft with the reply that it has become. */
  handOver(replyId: string, at: Date): void {
    this.handedOver.add(replyId);
    this.reading = { readAt: at, saved: null };
  }

  /** Whether this one has become a reply: what comes back of earlier saves is no draft any more. */
  isHandedOver({ replyId }: Pick<Draft, "replyId">): boolean {
    return this.handedOver.has(replyId);
  }

  /** A draft as it is sent to be saved on top of what is known. */
  wordsOf({ attempted: _attempted, ...draft }: Draft, threadId: string, hasOneUnderway: boolean): SaveDraft {
    return { threadId, ...draft, revision: this.revision, hasOneUnderway };
  }
}
