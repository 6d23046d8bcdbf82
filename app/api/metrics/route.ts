import { currentGauges } from "@/lib/web/gauges";
import { metricsText } from "@/lib/web/metrics";

export const dynamic = "force-dynamic";

/** For Prometheus. The counters are this web process's own, the gauges the whole desk's. */
export async function GET(): Promise<Response> {
  const text = metricsText(await currentGauges());
  return new Response(text, { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" } });
}
