import { setTimeout as pause } from "node:timers/promises";
import { signedInOfficers } from "@/scripts/bench/support/people";
import { processorSeconds } from "@/scripts/bench/support/processor-time";
import { rounded } from "@/scripts/bench/support/statistics";
import { watchStreams } from "@/scripts/bench/support/watch-streams";
import type { Stage } from "./stage";

const OFFICERS = 50;
const SETTLING_MS = 12_000;
const SECONDS = 30;

/** What the web process costs while so many officers are connected and nothing happens, beside what it costs alone. */
export async function measureIdle({ desk }: Stage) {
  const { DATABASE_URL: databaseUrl, AUTH_SECRET: secret } = desk.environment;
  const cookies = await signedInOfficers(databaseUrl, String(secret), OFFICERS);
  const aloneCpuPercent = await share(desk.web.pid);
  const watch = await watchStreams(desk.web.port, cookies);
  // Opening a stream costs more than keeping it.
  await pause(SETTLING_MS);
  const connectedCpuPercent = await share(desk.web.pid);
  const { endedStreams } = watch.report();
  watch.close();
  return { officers: OFFICERS, seconds: SECONDS, aloneCpuPercent, connectedCpuPercent, endedStreams };
}

/** Per cent of one core. */
async function share(pid: number): Promise<number> {
  const before = processorSeconds(pid);
  await pause(SECONDS * 1_000);
  return rounded(((processorSeconds(pid) - before) / SECONDS) * 100);
}
