import { useMemo, useSyncExternalStore } from "react";

/** What the address says: the thread or the group that is open, and the search behind `?`. */
export type Address = { threadId: string | null; groupId: string | null; search: string };
/** Where to go: a thread, a group or, with neither, the queue alone. */
type Place = { threadId: string | null; groupId?: string | null; search: string };

const listeners = new Set<() => void>();

/** The address of the screen; changed by goTo() it is told at once, ahead of the router. `first`: the one that the server rendered. */
export function useAddress(first: Place): Address {
  const path = useSyncExternalStore(subscribe, here, () => pathOf(first));
  return useMemo(() => addressOf(path), [path]);
}

/** Goes to an address of the inbox without asking the server; Back leads back. */
export function goTo(place: Place): void {
  window.history.pushState(null, "", pathOf(place));
  addressMoved();
}

/** Makes this address another one: Back leads to where it led before. */
export function amendAddress(place: Place): void {
  window.history.replaceState(null, "", pathOf(place));
  addressMoved();
}

/** Tells that the address may have changed by other means than goTo(). */
export function addressMoved(): void {
  for (const listener of listeners) listener();
}

/** The address at this moment. */
export function addressNow(): Address {
  return addressOf(here());
}

/** The path of a place in the inbox, with its search. */
export function pathOf({ threadId, groupId = null, search }: Place): string {
  return `/inbox${groupId ? `/group/${groupId}` : threadId ? `/${threadId}` : ""}${search}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

function here(): string {
  return window.location.pathname + window.location.search;
}

function addressOf(path: string): Address {
  const [pathname = "", search = ""] = path.split("?");
  const [, , first = "", second = ""] = pathname.split("/");
  const isGroup = first === "group";
  return { threadId: isGroup ? null : first || null, groupId: isGroup ? second || null : null, search: search && `?${search}` };
}
