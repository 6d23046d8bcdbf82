import { beforeLeaving } from "@/app/(officer)/before-leaving";
import type { DraftReading } from "@/lib/drafts/queries";
import type { SeenThread } from "./draft";
import { DraftSaver } from "./draft-saver";
import { draftServer } from "./draft-server";
import { DraftShelf } from "./draft-shelf";
import { markDrafted } from "./drafted";

const MOST = 200;
const savers = new Map<string, DraftSaver>();

/** The one saver of a thread in this tab: it goes on saving when its officer has moved on, and knows what the server has when they come back. */
export function draftSaver(officerId: string, threadId: string, reading: DraftReading, seen: SeenThread): DraftSaver {
  const known = savers.get(threadId);
  if (known) return known;
  const shelf = new DraftShelf(() => sessionStorage, officerId, threadId);
  const desk = { threadId, server: draftServer(officerId, threadId), shelf, tell: (has: boolean) => markDrafted(threadId, has) };
  const saver = new DraftSaver(desk, reading, seen);
  // The server, which renders the page first, serves many officers.
  if (typeof window === "undefined") return saver;
  listen();
  savers.set(threadId, saver);
  makeRoom(threadId);
  return saver;
}

function makeRoom(newest: string) {
  for (const [threadId, saver] of savers) {
    if (savers.size <= MOST) return;
    const { status } = saver.state.get();
    if (threadId !== newest && (status === "saved" || status === "empty")) savers.delete(threadId);
  }
}

let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  beforeLeaving(async () => void (await Promise.all([...savers.values()].map((saver) => saver.flush()))));
  const leave = () => {
    for (const saver of savers.values()) void saver.flush(true);
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.hidden && leave());
  window.addEventListener("online", () => leave());
  window.addEventListener("beforeunload", (event) => {
    if ([...savers.values()].some((saver) => saver.state.get().status === "failing")) event.preventDefault();
  });
}
