import { signInAgain } from "@/app/(officer)/sign-in-again";
import type { AlarmRow } from "@/lib/alarms/queries";
import type { Notice } from "@/lib/intake/queries";
import type { Colleague } from "@/lib/officers/queries";
import { queueSearch } from "@/lib/questions/address";
import type { QuestionRow, QueuePage } from "@/lib/questions/queries";
import type { QueueCounts, QueueQuery } from "@/lib/questions/rules";
import type { QuickReply } from "@/lib/quick-replies/queries";
import type { Findings } from "@/lib/search/find";
import type { SearchPage } from "@/lib/search/queries";
import type { ThreadPassage } from "@/lib/threads/passage";
import type { ThreadMessage } from "@/lib/threads/queries";
import { reviveInstants, SECOND } from "@/lib/time/rules";
import type { GroupsRead } from "./groups";
import type { OpenThread, QueueRead, Snapshot } from "./readings";

/** One thread as the server read it; `open` is null when it is not there for this officer. */
export type ThreadRead = { readAt: Date; threadId: string; open: OpenThread | null };

const PATIENCE = 10 * SECOND;

/** Everything on the screen, anew. @throws when the desk can't be reached or refuses; so do all of these */
export async function loadSnapshot({ query, threadId }: { query: QueueQuery; threadId: string | null }): Promise<Snapshot> {
  const asked = new URLSearchParams(queueSearch(query));
  if (threadId) asked.set("threadId", threadId);
  return { ...(await readInbox<Snapshot>("snapshot", asked)), query };
}

/** Rows of the queue: the first ones, or those after a cursor. */
export async function loadQueuePage({ query, cursor }: { query: QueueQuery; cursor: string | null }): Promise<QueueRead> {
  const asked = new URLSearchParams(queueSearch(query));
  if (cursor) asked.set("cursor", cursor);
  return { ...(await readInbox<{ readAt: Date; page: QueuePage }>("page", asked)), query };
}

/** The numbers of the top bar and the tabs, and the notices. */
export const loadCounts = () => readInbox<{ counts: QueueCounts; notices: Notice[] }>("counts");

/** One thread with its questions. */
export const loadThread = (input: { threadId: string }) => readInbox<ThreadRead>("thread", new URLSearchParams(input));

/** A few threads at once. */
export const loadThreads = (ids: readonly string[]) =>
  readInbox<{ threads: ThreadRead[] }>("threads", new URLSearchParams({ ids: ids.join(",") }));

/** The messages before a seq. */
export const loadEarlierMessages = (input: { threadId: string; beforeSeq: string }) =>
  readInbox<{ threadId: string; messages: ThreadMessage[]; hasEarlier: boolean }>("earlier", new URLSearchParams(input));

/** The messages of a thread around an instant (ISO 8601) or from a seq on, however far back. */
export const loadPassage = (input: { threadId: string; at: string } | { threadId: string; seq: string }) =>
  readInbox<ThreadPassage>("passage", new URLSearchParams(input));

/** A page of what a search finds. */
export const loadSearch = (query: URLSearchParams, signal: AbortSignal) => readInbox<SearchPage>("search", query, signal);

/** A few of everything that some words lead to. */
export const loadFindings = (q: string, signal: AbortSignal) => readInbox<Findings>("find", new URLSearchParams({ q }), signal);

/** Under which letters labels are found: initials and pinyin. */
export const loadLetters = () => readInbox<{ letters: Record<string, { initials: string; pinyin: string }> }>("letters");

/** Who works here besides, by name. */
export const loadColleagues = () => readInbox<{ colleagues: Colleague[] }>("colleagues");

/** Every text that the officer can insert. */
export const loadQuickReplies = () => readInbox<{ quickReplies: QuickReply[] }>("quick-replies");

/** The tags that residents have, the commonest first. */
export const loadTags = () => readInbox<{ tags: string[] }>("tags");

/** The alarms that stand and have come up to this officer. */
export const loadAlarms = () => readInbox<{ readAt: Date; alarms: AlarmRow[] }>("alarms");

/** The questions that may call this officer. */
export const loadAttention = () => readInbox<{ readAt: Date; questions: QuestionRow[] }>("attention");

/** Rows of clusters: the named ones, or a page of those that words find. */
export const loadClusters = (asked: { ids: string } | { q: string; status?: string }) =>
  readInbox<GroupsRead>("clusters", new URLSearchParams(asked));

/** Reads something of the inbox, its instants revived. @throws when the desk can't be reached or refuses */
export async function readInbox<T>(what: string, query = new URLSearchParams(), signal?: AbortSignal): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE);
  const response = await fetch(`/api/inbox/${what}?${query}`, { signal: signal ? AbortSignal.any([patience, signal]) : patience });
  if (response.status === 401) signInAgain();
  if (!response.ok) throw new Error(`/api/inbox/${what} answered ${response.status}`);
  return JSON.parse(await response.text(), reviveInstants) as T;
}
