type Headers = { get(name: string): string | null };

const CHANGES = /^(POST|PUT|PATCH|DELETE)$/;

/**
 * Whether a request that may change something was sent by a page of another site. A browser says so itself (Sec-Fetch-Site), or by the
 * page's origin; what says neither is no browser of today, and carries no cookie that another page could send along.
 * @param own the origin that the desk is known by, for a gateway that renames the host
 */
export function isFromElsewhere(method: string, headers: Headers, own: string): boolean {
  if (!CHANGES.test(method)) return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = headers.get("origin");
  if (origin === null) return false;
  return origin !== own && hostOf(origin) !== headers.get("host");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
