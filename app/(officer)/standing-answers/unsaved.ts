import type { Written } from "./written";

/** The version that an officer began with, and what was written on top of it. */
export type Seen = { version: number; isPublished: boolean; written: Written };
export type Unsaved = { seen: Seen | null; written: Written };

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where what is not saved waits in this tab, an officer's own on a computer that several share. `of`: an answer, or the account of a new one. */
export function unsavedKey(officerId: string, of: string): string {
  return `jida-standing-${officerId}-${of}`;
}

/** What waits, or null: nothing, storage is switched off, or it was kept by a desk whose form had other parts. `like`: as the form is now. */
export function loadUnsaved(shelf: () => Shelf, key: string, like: Written): Unsaved | null {
  try {
    const kept = JSON.parse(shelf().getItem(key) ?? "null") as Partial<Unsaved> | null;
    const { written, seen = null } = kept ?? {};
    return isAlike(written, like) && (seen === null || isAlike(seen.written, like)) ? { written, seen } : null;
  } catch {
    return null;
  }
}

/** Keeps what is not saved; null: there is nothing. Where storage is full or switched off, it lives as long as the page. */
export function keepUnsaved(shelf: () => Shelf, key: string, unsaved: Unsaved | null): void {
  try {
    if (unsaved) shelf().setItem(key, JSON.stringify(unsaved));
    else shelf().removeItem(key);
  } catch {
    // Nothing to tell the officer: it is still in front of them.
  }
}

function isAlike(value: unknown, like: Written): value is Written {
  if (typeof value !== "object" || value === null) return false;
  const parts = new Map(Object.entries(value));
  return Object.entries(like).every(
    ([part, one]) => typeof parts.get(part) === typeof one && Array.isArray(parts.get(part)) === Array.isArray(one),
  );
}
