import { SharedValue } from "@/app/(officer)/inbox/feed/shared-value";
import { newId } from "@/app/(officer)/inbox/new-id";
import type { Reading, Saved } from "@/lib/drafts/queries";
import { type Draft, draftOf, emptyDraft, knowing, type Paper } from "./draft";
import type { DraftShelf } from "./draft-shelf";
import { KnownDraft, type Words } from "./known-draft";
import { SaveTimer } from "./save-timer";

/** `moved`: it was saved from elsewhere meanwhile, and the officer says which of the two stays. */
export type DraftStatus = "empty" | "unsaved" | "saved" | "failing" | "moved";
type DraftState<Seen> = { draft: Draft<Seen>; status: DraftStatus; other: Saved<Seen> | null };
/** What came of a save: what the server has now, or `moved`. */
export type SaveAnswer<Seen> = Reading<Saved<Seen>> | "moved";
/** Both throw when the desk can't be reached. */
export type DraftServer<Seen> = {
  save(words: Words<Seen>, leaving: boolean): Promise<SaveAnswer<Seen>>;
  read(): Promise<Reading<Saved<Seen>>>;
};
type Desk<Seen> = {
  paper: Paper<Seen>;
  server: DraftServer<Seen>;
  shelf: DraftShelf<Seen>;
  /** Hears whether there is a draft. */
  tell: (has: boolean) => void;
};

/** One draft in this tab and its way to the server: saved as it is written, one save at a time, on top of what is known there. */
export class DraftSaver<Seen> {
  readonly state: SharedValue<DraftState<Seen>>;
  private readonly known: KnownDraft<Seen>;
  private underway: Promise<void> | null = null;
  private held = false;
  /** Another one since a reply took the draft with it: what comes back of earlier saves is of no more use. */
  private life = 0;
  private readonly timer = new SaveTimer(() => void this.flush());
  private readonly desk: Desk<Seen>;

  constructor(desk: Desk<Seen>, { readAt, saved }: Reading<Saved<Seen>>, seen: Seen) {
    this.desk = desk;
    this.known = new KnownDraft({ readAt, saved }, desk.paper);
    const draft = saved ? draftOf(saved) : emptyDraft(seen);
    this.state = new SharedValue<DraftState<Seen>>({ draft, status: saved ? "saved" : "empty", other: null });
  }

  get draft(): Draft<Seen> {
    return this.state.get().draft;
  }

  /** What an earlier page of this tab had not told the server. */
  recover(): void {
    const tail = this.desk.shelf.load();
    if (!tail || !this.known.has(this.draft)) return;
    const { saved } = this.known;
    const isOnTop = !saved || saved.revision === tail.revision || (tail.revision === 0 && saved.replyId === tail.draft.replyId);
    if (this.desk.paper.isBlank(tail.draft) || this.known.has(tail.draft)) this.desk.shelf.forget();
    else if (isOnTop || this.desk.paper.saysSame(tail.draft, draftOf(saved))) this.write(tail.draft);
    else this.state.set({ draft: tail.draft, status: "moved", other: saved });
  }

  write(draft: Draft<Seen>): void {
    const { status, other } = this.state.get();
    if (status === "moved") {
      this.show(draft, "moved", other);
    } else if (this.known.has(draft)) {
      this.timer.stop();
      this.desk.shelf.forget();
      this.show(draft, this.desk.paper.isBlank(draft) ? "empty" : "saved");
    } else {
      this.show(draft, status === "failing" ? "failing" : "unsaved");
      if (!this.held) this.timer.changed();
    }
  }

  /** A reading of the server's that came with the thread: a later one counts while nothing is being written here. */
  learn(reading: Reading<Saved<Seen>>): void {
    if (reading.readAt <= this.known.readAt || this.underway || this.held || !this.known.has(this.draft)) return;
    if (reading.saved && this.known.isHandedOver(reading.saved)) return;
    const isSame = reading.saved?.revision === this.known.saved?.revision;
    this.known.hear(reading);
    if (isSame) return;
    this.write(reading.saved ? draftOf(reading.saved) : this.nothing(this.draft));
    this.desk.tell(reading.saved !== null);
  }

  /** Saves what is not saved yet. `leaving`: the page may be gone before the answer. Resolves when nothing is underway any more. */
  async flush(leaving = false): Promise<void> {
    this.timer.stop();
    while (this.underway && !leaving) await this.underway;
    if (this.held || this.state.get().status === "moved" || this.known.has(this.draft)) return;
    const saving = this.save(leaving).finally(() => {
      if (this.underway === saving) this.underway = null;
    });
    this.underway = saving;
    await saving;
  }

  /** About to be handed over as a reply on top of `seen`: nothing is saved until it is known what came of it. */
  attempt(seen: Seen): Draft<Seen> {
    this.timer.stop();
    this.held = true;
    this.show({ ...knowing(this.draft, seen), attempted: true }, this.state.get().status);
    return this.draft;
  }

  /** The reply was refused, or nobody knows: the words stay a draft. */
  release(): void {
    this.held = false;
    this.write(this.draft);
  }

  /** The reply is written down, and the server's draft went with it. */
  sent(seen: Seen, at: Date): void {
    const { saved } = this.known;
    const { replyId } = this.draft;
    if (saved && saved.replyId !== replyId) this.discard(saved);
    this.known.handOver(replyId, at);
    this.life += 1;
    this.held = false;
    this.state.set({ draft: emptyDraft(seen), status: "empty", other: null });
    this.desk.shelf.forget();
    this.desk.tell(false);
  }

  /** A withdrawn reply's words, as the server has made a draft of them. */
  broughtBack(saved: Saved<Seen>): void {
    this.life += 1;
    this.known.hear({ readAt: saved.savedAt, saved });
    this.desk.tell(true);
  }

  /** Of two drafts this one stays. */
  keepMine(): void {
    const { draft, other } = this.state.get();
    this.known.hearOf(other);
    this.show(draft, "unsaved");
    void this.flush();
  }

  /** Of two drafts the other one stays. */
  takeOther(): void {
    const { other } = this.state.get();
    if (!other) return;
    this.known.hearOf(other);
    this.show(draftOf(other), "saved");
    this.write(draftOf(other));
  }

  /** Nothing more is saved from here; what is not saved yet stays with this tab. */
  end(): void {
    this.life += 1;
    this.held = true;
    this.timer.stop();
  }

  private async save(leaving: boolean): Promise<void> {
    const [draft, life] = [this.draft, this.life];
    const words = this.known.wordsOf(draft, this.underway !== null);
    const answer = await this.desk.server.save(words, leaving).catch(() => null);
    if (life !== this.life) this.tooLate(answer);
    else if (answer === null) this.fail();
    else if (answer === "moved") await this.compare(life);
    // Two saves of a page that was about to go can be answered in either order.
    else if (answer.readAt >= this.known.readAt) this.take(draft, answer);
  }

  private take(draft: Draft<Seen>, answer: Reading<Saved<Seen>>) {
    this.known.hear(answer);
    this.desk.tell(answer.saved !== null);
    this.show(this.draft, "unsaved");
    if (answer.saved || this.desk.paper.isBlank(draft)) this.write(this.draft);
    // Handed over from another page under this id.
    else this.write(this.desk.paper.saysSame(draft, this.draft) ? this.nothing(draft) : { ...this.draft, replyId: newId() });
  }

  /** Looks at what was saved elsewhere: gone, it is begun anew; saying the same, it is taken for this one. */
  private async compare(life: number): Promise<void> {
    const reading = await this.desk.server.read().catch(() => null);
    if (life !== this.life) return;
    const saved = reading?.saved;
    if (reading) this.known.hear(reading);
    if (!reading) this.fail();
    else if (!saved) this.write(this.draft);
    else if (this.desk.paper.saysSame(draftOf(saved), this.draft)) this.write({ ...this.draft, replyId: saved.replyId });
    else this.show(this.draft, "moved", saved);
  }

  private fail() {
    this.show(this.draft, "failing");
    this.timer.failed();
  }

  private tooLate(answer: SaveAnswer<Seen> | null) {
    if (answer !== null && answer !== "moved" && answer.saved && !this.known.isHandedOver(answer.saved)) this.discard(answer.saved);
  }

  private discard({ revision, ...saved }: Saved<Seen>) {
    const words = { ...this.known.wordsOf({ ...this.nothing(saved), replyId: saved.replyId }, false), revision };
    void this.desk.server.save(words, false).catch(() => undefined);
  }

  private nothing({ seen }: Pick<Draft<Seen>, "seen">): Draft<Seen> {
    return emptyDraft(this.desk.paper.afresh(seen));
  }

  private show(draft: Draft<Seen>, status: DraftStatus, other: Saved<Seen> | null = null) {
    this.state.set({ draft, status, other });
    if (status !== "saved" && status !== "empty") this.desk.shelf.keep({ draft, revision: this.known.revision });
  }
}
