const SOMEWHERE = "http://desk.invalid";

/** The path of our own that a `next` or callback address names, or `fallback` when it leads anywhere else: never an open redirect. */
export function safePath(address: string | null | undefined, fallback = "/inbox"): string {
  if (!address?.startsWith("/") || !URL.canParse(address, SOMEWHERE)) return fallback;
  const { origin, pathname, search, hash } = new URL(address, SOMEWHERE);
  // Browsers read "//host" and "/\host" as another host, and a path may still begin so once it has been normalised.
  return origin === SOMEWHERE && !pathname.startsWith("//") ? pathname + search + hash : fallback;
}
