import { type Paper, parseTail, type Tail } from "./draft";

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where the words to one thread or group wait in this tab until the server has them: an officer's own, on a computer that several share. */
export class DraftShelf<Seen> {
  private readonly shelf: () => Shelf;
  private readonly paper: Paper<Seen>;
  private readonly key: string;

  /** `shelf` opens the storage, which may throw. */
  constructor(shelf: () => Shelf, paper: Paper<Seen>, officerId: string, paneId: string) {
    this.shelf = shelf;
    this.paper = paper;
    this.key = `jida-draft-${officerId}-${paneId}`;
  }

  /** What waits, or null: nothing, unreadable, or storage is switched off. */
  load(): Tail<Seen> | null {
    try {
      return parseTail(this.shelf().getItem(this.key), this.paper.isSeen);
    } catch {
      return null;
    }
  }

  /** Keeps a tail. Where storage is full or switched off, the words live as long as the page. */
  keep(tail: Tail<Seen>): void {
    try {
      if (this.paper.isBlank(tail.draft)) this.shelf().removeItem(this.key);
      else this.shelf().setItem(this.key, JSON.stringify(tail));
    } catch {
      // Nothing to tell the officer: the text is still in front of them.
    }
  }

  /** The server has it, or it is wanted no more. */
  forget(): void {
    try {
      this.shelf().removeItem(this.key);
    } catch {
      // Nothing was kept either.
    }
  }
}
