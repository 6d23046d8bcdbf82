"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Role } from "@/lib/officers/rules";
import type { Book } from "@/lib/sla/terms";
import type { ThreadMessage } from "@/lib/threads/queries";
import { SECOND } from "@/lib/time/rules";
import { serverNow, subscribeToSeconds, thisSecond } from "./ticker";
import type { Topics } from "./topics";

export type { OpenThread } from "./readings";

export type InboxContext = {
  officer: { id: string; name: string; role: Role };
  /** The open thread as the screen shows it: what its officer has seen. */
  seenVersion: number | undefined;
  openThread(threadId: string | null): void;
  /** Turns from this thread to what is late or due soon, unless the officer has moved on already. */
  openNextDue(from: string): void;
  refreshThread(threadId: string): Promise<void>;
  /** After an action that was done: reads the thread only where the feed will not tell the same a moment later. */
  settleThread(threadId: string): Promise<void>;
  loadEarlier(threadId: string): Promise<void>;
  /** What an action has just told, shown before the feed repeats it. */
  applyMessages(messages: ThreadMessage[]): void;
  applyVersion(threadId: string, version: number): void;
  serverNow(): Date;
  /** What each account owes its residents, as it stood when the page was opened. */
  books: Readonly<Record<string, Book>>;
  topics: Topics;
};

export const InboxContext = createContext<InboxContext | null>(null);

/** The inbox around a pane: who is working, and what a pane may ask for. */
export function useInbox(): InboxContext {
  const inbox = useContext(InboxContext);
  if (!inbox) throw new Error("useInbox outside the inbox");
  return inbox;
}

/** The server's time, once a second, from one ticker for all clocks on the screen. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(subscribeToSeconds, thisSecond, wholeSecond));
}

/** For the server's rendering, where nothing ticks: the same number for a second. */
function wholeSecond(): number {
  return Math.floor(serverNow().getTime() / SECOND) * SECOND;
}
