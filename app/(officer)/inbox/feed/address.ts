import { useMemo, useSyncExternalStore } from "react";

/** What the address says: the thread that is open, and the search behind `?`. */
export type Address = { threadId: string | null; search: string };

const listeners = new Set<() => void>();

/** The address of the screen; changed by goTo() it is told at once, ahead of the router. `first`: the one that the server rendered. */
export function useAddress(first: Address): Address {
  const path = useSyncExternalStore(subscribe, here, () => `/inbox${first.threadId ? `/${first.threadId}` : ""}${first.search}`);
  return useMemo(() => addressOf(path), [path]);
}

/** Goes to an address of the inbox without asking the server; Back leads back. */
export function goTo({ threadId, search }: Address): void {
  window.history.pushState(null, "", `/inbox${threadId ? `/${threadId}` : ""}${search}`);
  addressMoved();
}

/** Makes this address another one: Back leads to where it led before. */
export function amendAddress({ threadId, search }: Address): void {
  window.history.replaceState(null, "", `/inbox${threadId ? `/${threadId}` : ""}${search}`);
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
  return { threadId: pathname.split("/")[2] || null, search: search && `?${search}` };
}
