import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/web/client-address";
import { DATA_POLICY, pagePolicy } from "@/lib/web/content-security-policy";
import { MEDIA_POLICY } from "@/lib/web/media-response";
import { rateLimit } from "@/lib/web/rate-limit";
import { isFromElsewhere } from "@/lib/web/same-origin";
import { isActionAmongStrangers, isResidents, isServed, PATH_HEADER } from "@/lib/web/surface";

/** Whoever knocks at residents' pages; many of them share the address of their telephone company. */
const allows = rateLimit(120);
const BUSY = "请一分钟后再试。\nPlease try again in a minute.\n";
const HTTPS = env.JIDA_BASE_URL.startsWith("https://");

/** What every request but WeChat's passes first: which side of the desk this process serves, and what its answer may load. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!isServed(env.JIDA_SURFACE, pathname) || isActionAmongStrangers(request.method, pathname))
    return secured(new NextResponse("Not found\n", { status: 404, headers: { "content-type": "text/plain" } }), DATA_POLICY);
  // A resident's form bears its secret in the address and no cookie; browsers inside of WeChat are of every age.
  if (!isResidents(pathname) && isFromElsewhere(request.method, request.headers, env.JIDA_BASE_URL))
    return secured(new NextResponse("Another site's page\n", { status: 403, headers: { "content-type": "text/plain" } }), DATA_POLICY);
  if (isResidents(pathname) && !allows(clientAddress({ "x-forwarded-for": request.headers.get("x-forwarded-for") })))
    return secured(
      new NextResponse(BUSY, { status: 429, headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "60" } }),
      DATA_POLICY,
    );
  if (pathname.startsWith("/api/media/")) return secured(NextResponse.next(), MEDIA_POLICY);
  if (pathname.startsWith("/api/")) return secured(NextResponse.next(), DATA_POLICY);

  const policy = pagePolicy(randomBytes(16).toString("base64"), env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, pathname + search);
  return secured(NextResponse.next({ request: { headers } }), policy);
}

// WeChat's door checks its side by itself: it is the hot path. So does the door for pictures: Next takes in whole, however slowly it
// comes, what is sent to a path that passes here, and cuts off the end of what is long. No page lies beyond: Next runs actions at any.
export const config = { matcher: ["/((?!api/wechat/[^/]+$|api/media$|_next/static/).*)"] };

function secured(response: NextResponse, policy: string) {
  response.headers.set("content-security-policy", policy);
  if (HTTPS) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}
