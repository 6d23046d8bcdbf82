import type { Notice } from "@/lib/intake/queries";
import type { QueueCounts, QueuePage, QueueView } from "@/lib/questions/queries";
import type { ThreadMessage } from "@/lib/threads/queries";
import { reviveInstants, SECOND } from "@/lib/time/rules";
import type { OpenThread, Snapshot } from "./store";

const PATIENCE = 10 * SECOND;

/** Everything on the screen, anew. @throws when the desk can't be reached or refuses; so do all of these */
export const loadSnapshot = (input: { view: QueueView; threadId: string | null }) =>
  read<Snapshot>("snapshot", { view: input.view, ...(input.threadId === null ? {} : { threadId: input.threadId }) });

/** The next rows of the queue. */
export const loadQueuePage = (input: { view: QueueView; cursor: string }) =>
  read<{ readAt: Date; view: QueueView; page: QueuePage }>("page", input);

/** The numbers of the top bar and the tabs, and the notices. */
export const loadCounts = () => read<{ counts: QueueCounts; notices: Notice[] }>("counts", {});

/** One thread with its questions. */
export const loadThread = (input: { threadId: string }) =>
  read<{ readAt: Date; threadId: string; open: OpenThread | null }>("thread", input);

/** The messages before a seq. */
export const loadEarlierMessages = (input: { threadId: string; beforeSeq: string }) =>
  read<{ threadId: string; messages: ThreadMessage[]; hasEarlier: boolean }>("earlier", input);

async function read<T>(what: string, query: Record<string, string>): Promise<T> {
  const response = await fetch(`/api/inbox/${what}?${new URLSearchParams(query)}`, { signal: AbortSignal.timeout(PATIENCE) });
  if (response.status === 401)
    window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
  if (!response.ok) throw new Error(`/api/inbox/${what} answered ${response.status}`);
  return JSON.parse(await response.text(), reviveInstants) as T;
}
