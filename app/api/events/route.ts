import { subscribe } from "@/lib/web/live";
import { currentOfficer, mayNow } from "@/lib/web/require-officer";
import { sessionSecret } from "@/lib/web/session";

/** The live stream (Server-Sent Events): what changed for this officer since `cursor`, then everything as it happens. */
export async function GET(request: Request): Promise<Response> {
  const [officer, secret] = [await currentOfficer(), await sessionSecret()];
  if (!officer || !secret) return new Response("sign in first\n", { status: 401 });
  if (!mayNow(officer, "inbox.read")) return new Response("not allowed\n", { status: 403 });
  const cursor = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("cursor");
  const body = await subscribe(officer, secret, cursor);
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" },
  });
}
