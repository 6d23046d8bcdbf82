/** How often a web process says that the tabs of its open streams are still there, in seconds. */
export const PRESENCE_BEAT_SECONDS = 10;
/** A tab that nobody has spoken for this long is gone, in seconds. */
export const PRESENT_SECONDS = 25;
/** Tabs of one officer that are kept track of. */
export const MAX_TABS = 30;
/** Who has pressed no key for so long writes no more, in seconds. */
export const TYPING_SECONDS = 6;
/** How often a tab says that its officer still writes, in seconds. */
export const TYPING_BEAT_SECONDS = 15;
/** Whose tab has not said so for so long writes no more: it went without a word, in seconds. */
export const TYPING_LAPSES_SECONDS = 30;

export type Person = { id: string; name: string };
/** Who looks at a thread, and who of them writes there. */
export type ThreadPresence = { threadId: string; accountId: string; viewing: Person[]; typing: Person[] };
/** One tab's word: which thread it shows, and whether its officer writes there. */
export type PresentTab = { threadId: string; accountId: string; officerId: string; name: string; typing: boolean };

/** The tabs by thread; an officer with several tabs on a thread is there once, by name. */
export function byThread(tabs: readonly PresentTab[]): ThreadPresence[] {
  const threads = new Map<string, ThreadPresence>();
  for (const { threadId, accountId, officerId, name, typing } of tabs) {
    const thread = threads.get(threadId) ?? { threadId, accountId, viewing: [], typing: [] };
    threads.set(threadId, thread);
    for (const people of typing ? [thread.viewing, thread.typing] : [thread.viewing])
      if (!people.some(({ id }) => id === officerId)) people.push({ id: officerId, name });
  }
  return [...threads.values()];
}

/** What to tell of the threads where something has changed: those that are left by everybody with nobody in them. */
export function presenceChanges(before: readonly ThreadPresence[], after: readonly ThreadPresence[]): ThreadPresence[] {
  const known = new Map(before.map((thread) => [thread.threadId, JSON.stringify(thread)]));
  const there = new Set(after.map(({ threadId }) => threadId));
  const changed = after.filter((thread) => known.get(thread.threadId) !== JSON.stringify(thread));
  const left = before.filter(({ threadId }) => !there.has(threadId)).map((thread) => ({ ...thread, viewing: [], typing: [] }));
  return [...changed, ...left];
}
