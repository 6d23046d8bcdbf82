import { currentHealth } from "@/lib/web/health";

export const dynamic = "force-dynamic";

/** For gateways and watchdogs: 200 when the desk can do its work, else 503 and what is missing. */
export async function GET(): Promise<Response> {
  const health = await currentHealth();
  return Response.json(health, { status: health.status === "ok" ? 200 : 503, headers: { "cache-control": "no-store" } });
}
