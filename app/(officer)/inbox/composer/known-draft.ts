import type { Reading, Saved } from "@/lib/drafts/queries";
import { type Draft, draftOf, type Paper } from "./draft";

/** A draft as it is sent to be saved: on top of a revision, 0 for none, perhaps beside a save that is not answered yet. */
export type Words<Seen> = Omit<Draft<Seen>, "attempted"> & { revision: number; hasOneUnderway: boolean };

/** What the server has of a draft, as far as this tab has heard; and what has left it as a reply. */
export class KnownDraft<Seen> {
  private reading: Reading<Saved<Seen>>;
  private readonly paper: Paper<Seen>;
  private readonly handedOver = new Set<string>();

  constructor(reading: Reading<Saved<Seen>>, paper: Paper<Seen>) {
    this.reading = reading;
    this.paper = paper;
  }

  get saved(): Saved<Seen> | null {
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
  has(draft: Draft<Seen>): boolean {
    if (!this.saved) return this.paper.isBlank(draft);
    return this.saved.replyId === draft.replyId && this.paper.saysSame(draftOf(this.saved), draft);
  }

  hear(reading: Reading<Saved<Seen>>): void {
    this.reading = reading;
  }

  /** Another one stands there than was known. */
  hearOf(saved: Saved<Seen> | null): void {
    this.reading = { ...this.reading, saved };
  }

  /** The server took the draft with the reply that it has become. */
  handOver(replyId: string, at: Date): void {
    this.handedOver.add(replyId);
    this.reading = { readAt: at, saved: null };
  }

  /** Whether this one has become a reply: what comes back of earlier saves is no draft any more. */
  isHandedOver({ replyId }: Pick<Draft<Seen>, "replyId">): boolean {
    return this.handedOver.has(replyId);
  }

  /** A draft as it is sent to be saved on top of what is known. */
  wordsOf({ attempted: _attempted, ...draft }: Draft<Seen>, hasOneUnderway: boolean): Words<Seen> {
    return { ...draft, revision: this.revision, hasOneUnderway };
  }
}
