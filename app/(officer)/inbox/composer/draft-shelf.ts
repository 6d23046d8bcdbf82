import { isBlank, parseTail, type Tail } from "./draft";

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where one thread's words wait in this tab until the server has them: an officer's own, on a computer that several share. */
export class DraftShelf {
  private readonly shelf: () => Shelf;
  private readonly key: string;

  /** `shelf` opens the storage, which may throw. */
  constructor(shelf: () => Shelf, officerId: string, threadId: string) {
    this.shelf = shelf;
    this.key = `jida-draft-${officerId}-${threadId}`;
  }

  /** What waits, or null: nothing, unreadable, or storage is switched off. */
  load(): Tail | null {
    try {
      return parseTail(this.shelf().getItem(this.key));
    } catch {
      return null;
    }
  }

  /** Keeps a tail. Where storage is full or switched off, the words live as long as the page. */
  keep(tail: Tail): void {
    try {
      if (isBlank(tail.draft)) this.shelf().removeItem(this.key);
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
