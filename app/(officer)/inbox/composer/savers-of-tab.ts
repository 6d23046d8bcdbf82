import { beforeLeaving } from "@/app/(officer)/before-leaving";
import type { DraftSaver } from "./draft-saver";

const MOST = 200;

/** The one saver of each thread or group in this tab: it goes on saving when its officer has moved on, and knows what the server has when they come back. */
export class SaversOfTab<Seen> {
  private readonly savers = new Map<string, DraftSaver<Seen>>();
  private listening = false;

  /** The saver of a pane, made where there is none yet. */
  of(paneId: string, make: () => DraftSaver<Seen>): DraftSaver<Seen> {
    const known = this.savers.get(paneId);
    if (known) return known;
    const saver = make();
    // The server, which renders the page first, serves many officers.
    if (typeof window === "undefined") return saver;
    this.listen();
    this.savers.set(paneId, saver);
    this.makeRoom(paneId);
    return saver;
  }

  /** Takes a pane's saver away from here: there is nothing to be saved under its name any more. */
  forget(paneId: string): DraftSaver<Seen> | null {
    const saver = this.savers.get(paneId) ?? null;
    this.savers.delete(paneId);
    return saver;
  }

  private makeRoom(newest: string) {
    for (const [paneId, saver] of this.savers) {
      if (this.savers.size <= MOST) return;
      const { status } = saver.state.get();
      if (paneId !== newest && (status === "saved" || status === "empty")) this.savers.delete(paneId);
    }
  }

  private listen() {
    if (this.listening) return;
    this.listening = true;
    const all = () => [...this.savers.values()];
    beforeLeaving(async () => void (await Promise.all(all().map((saver) => saver.flush()))));
    const leave = () => {
      for (const saver of all()) void saver.flush(true);
    };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", () => document.hidden && leave());
    window.addEventListener("online", () => leave());
    window.addEventListener("beforeunload", (event) => {
      if (all().some((saver) => saver.state.get().status === "failing")) event.preventDefault();
    });
  }
}
