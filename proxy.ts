import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { DATA_POLICY, pagePolicy } from "@/lib/web/content-security-policy";
import { isServed, PATH_HEADER } from "@/lib/web/surface";

const HTTPS = env.JIDA_BASE_URL.startsWith("https://");

/** What every request but WeChat's passes first: which side of the desk this process serves, and what its answer may load. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!isServed(env.JIDA_SURFACE, pathname))
    return secured(new NextResponse("Not found\n", { status: 404, headers: { "content-type": "text/plain" } }), DATA_POLICY);
  if (pathname.startsWith("/api/")) return secured(NextResponse.next(), DATA_POLICY);

  const policy = pagePolicy(randomBytes(16).toString("base64"), env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, pathname + search);
  return secured(NextResponse.next({ request: { headers } }), policy);
}

// WeChat's door checks its side by itself: it is the hot path.
export const config = { matcher: ["/((?!api/wechat/|_next/static/).*)"] };

function secured(response: NextResponse, policy: string) {
  response.headers.set("content-security-policy", policy);
  if (HTTPS) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}
