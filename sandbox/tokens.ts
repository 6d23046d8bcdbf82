import { randomBytes } from "node:crypto";
import { dayOf } from "./clock";

const LIFETIME_MS = 7200_000;
const OVERLAP_MS = 300_000;
const FORCE_PAUSE_MS = 30_000;
const FORCES_PER_DAY = 20;
const REMEMBERED = 500;

/** The two endpoints never touch each other's tokens. */
type Source = "token" | "stable_token";
type Issued = { value: string; expiresAt: number; replacedAt: number | null };

export type TokenBook = {
  issued: Issued[];
  latest: Record<Source, string | null>;
  forcedAt: number[];
};

export function emptyTokenBook(): TokenBook {
  return {
    issued: [],
    latest: { token: null, stable_token: null },
    forcedAt: [],
  };
}

/** `/token`: always a new one; the one before works five minutes longer. */
export function fetchToken(book: TokenBook, now: number) {
  replaceLatest(book, "token", now + OVERLAP_MS);
  return grant(issue(book, "token", now), now);
}

/**
 * `/stable_token`: the same one until five minutes before its end. Forced, the one before dies at
 * once, at most twenty times a day and thirty seconds apart: else the errcode 45009 or 45011.
 */
export function fetchStableToken(book: TokenBook, force: boolean, now: number) {
  if (force) {
    const refused = refuseForce(book, now);
    if (refused) return refused;
    book.forcedAt.push(now);
    replaceLatest(book, "stable_token", now);
    return grant(issue(book, "stable_token", now), now);
  }
  const current = find(book, book.latest.stable_token);
  if (current && current.expiresAt - now > OVERLAP_MS) return grant(current, now);
  return grant(issue(book, "stable_token", now), now);
}

/** 0 when the token may be used, else 41001, 40014, 42001 or 40001. */
export function checkToken(book: TokenBook, value: string | null, now: number): number {
  if (!value) return 41001;
  const issued = find(book, value);
  if (!issued) return 40014;
  if (now >= issued.expiresAt) return 42001;
  if (issued.replacedAt !== null && now >= issued.replacedAt) return 40001;
  return 0;
}

function refuseForce(book: TokenBook, now: number): number {
  book.forcedAt = book.forcedAt.filter((at) => dayOf(at) === dayOf(now));
  if (book.forcedAt.length >= FORCES_PER_DAY) return 45009;
  const last = book.forcedAt.at(-1);
  return last !== undefined && now - last < FORCE_PAUSE_MS ? 45011 : 0;
}

function replaceLatest(book: TokenBook, source: Source, replacedAt: number): void {
  const previous = find(book, book.latest[source]);
  if (previous) previous.replacedAt = replacedAt;
}

function issue(book: TokenBook, source: Source, now: number): Issued {
  const value = `${book.issued.length + 1}_${randomBytes(102).toString("base64url")}`;
  const issued: Issued = {
    value,
    expiresAt: now + LIFETIME_MS,
    replacedAt: null,
  };
  book.issued.push(issued);
  book.issued = book.issued.slice(-REMEMBERED);
  book.latest[source] = value;
  return issued;
}

function grant(issued: Issued, now: number) {
  const expiresIn = Math.floor((issued.expiresAt - now) / 1000);
  return { access_token: issued.value, expires_in: expiresIn };
}

function find(book: TokenBook, value: string | null): Issued | undefined {
  return book.issued.find((issued) => issued.value === value);
}
