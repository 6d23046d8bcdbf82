import { withRecent } from "./palette-command";

const nameOf = (officerId: string) => `jida-palette-${officerId}`;

/** What this officer ran lately by the palette in this browser, the latest first. */
export function readRecent(officerId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(officerId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers what has just been run. */
export function keepRecent(officerId: string, id: string): void {
  try {
    localStorage.setItem(nameOf(officerId), JSON.stringify(withRecent(readRecent(officerId), id)));
  } catch {
    // A browser that keeps nothing only forgets what was used lately.
  }
}
