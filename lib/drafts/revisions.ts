import { randomInt } from "node:crypto";

const HIGHEST_FIRST = 1_000_000_000;

/** Drafts begin at any number, so that one that was sent or discarded elsewhere is never taken for the one begun after it. */
export function firstRevision(): number {
  return randomInt(1, HIGHEST_FIRST);
}
