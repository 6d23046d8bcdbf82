import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { addResident, type Platform } from "./platform";
import type { PushResult } from "./push";
import { writeMessage } from "./resident-actions";
import type { Resident } from "./residents";

export const burstSchema = z.object({
  count: z.number().int().min(1).max(1_000_000),
  perSecond: z.number().positive().max(10_000),
  residents: z.number().int().min(1).max(100_000).default(100),
  text: z.string().min(1).default("请问这里什么时候来水？"),
});

export type Burst = z.output<typeof burstSchema>;

/**
 * Pushes `count` text messages of `residents` hidden residents, evenly spread, without waiting for
 * answers. The summary's latencies are ms of first deliveries; every text ends with its number.
 */
export async function sendBurst(platform: Platform, burst: Burst) {
  const crowd = Array.from({ length: burst.residents }, (_, index) => bystander(platform, index));
  const startedAt = performance.now();
  const results: Promise<PushResult>[] = [];

  while (results.length < burst.count && !platform.ending.signal.aborted) {
    const elapsed = (performance.now() - startedAt) / 1000;
    const due = Math.min(burst.count, Math.floor(elapsed * burst.perSecond) + 1);
    while (results.length < due) results.push(writeNext(platform, crowd, burst, results.length));
    await pause(5);
  }
  const pushedSeconds = (performance.now() - startedAt) / 1000;
  return summarise(await Promise.all(results), pushedSeconds);
}

function writeNext(platform: Platform, crowd: Resident[], burst: Burst, index: number) {
  const resident = crowd[index % crowd.length] as Resident;
  const text = `${burst.text} #${index + 1}`;
  return writeMessage(platform, resident, { kind: "text", text }).result;
}

function bystander(platform: Platform, index: number): Resident {
  const openid = `oBurst${String(index + 1).padStart(22, "0")}`;
  const known = platform.residents.get(openid);
  if (known) return known;
  const resident = addResident(platform, `压测居民 ${index + 1}`, openid);
  resident.hidden = true;
  return resident;
}

function summarise(results: PushResult[], pushedSeconds: number) {
  const outcomes: Record<string, number> = {
    accepted: 0,
    replied: 0,
    fault: 0,
  };
  const statuses: Record<string, number> = {};
  const latencies: number[] = [];
  let deliveries = 0;
  for (const { answer, deliveries: made } of results) {
    outcomes[answer.outcome] = (outcomes[answer.outcome] ?? 0) + 1;
    deliveries += made.length;
    latencies.push(made[0]?.ms ?? 0);
    for (const { status, problem } of made) {
      const key = String(status ?? problem ?? "none");
      statuses[key] = (statuses[key] ?? 0) + 1;
    }
  }
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.ceil(latencies.length * share) - 1] ?? 0;
  return {
    count: results.length,
    deliveries,
    outcomes,
    statuses,
    seconds: Math.round(pushedSeconds * 1000) / 1000,
    perSecond: Math.round((results.length / pushedSeconds) * 10) / 10,
    latencyMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
  };
}
