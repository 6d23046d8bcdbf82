import { countStored } from "./database";
import { deskAccount, deskEnvironment } from "./desk-environment";
import { route, type Target } from "./intake-targets";
import { acknowledgedIds, type LoadSpec, runLoad } from "./load";
import { processorSeconds } from "./processor-time";
import { rounded, type Spread } from "./statistics";

export type Measured = {
  perSecond: number;
  seconds: number;
  /** Processor time of the server's own process for one message, milliseconds. */
  cpuMs: number;
  latencyMs: Spread;
  acknowledged: number;
  refused: number;
  missing: number;
  twice: number;
};

/** Until the compiler has seen the hot path of the slowest target. */
const WARM_UP_SECONDS = 5;
/** Beyond what a target was seen to take, so that the prepared messages never run out. */
const RESERVE = 2.5;
const REPEATED = 20_000;

let nextId = 24_000_000_000_000;

/** One turn of a target that runs alone: started, warmed up, loaded as fast as it answers, stopped, its messages counted. */
export async function measure(target: Target, { connections, seconds }: { connections: number; seconds: number }): Promise<Measured> {
  const prepared = target.kept ? Math.ceil(target.expectedPerSecond * (seconds + WARM_UP_SECONDS) * RESERVE) : REPEATED;
  return turn(target, { mode: target.mode, prepared, again: !target.kept, connections, seconds, perSecond: null });
}

/** The route under a steady stream that does not wait for answers: latencies count from when a message was due. */
export async function openLoop({ perSecond, seconds }: { perSecond: number; seconds: number }): Promise<Measured> {
  const prepared = Math.ceil(perSecond * (seconds + WARM_UP_SECONDS)) + 1;
  return turn({ start: route, kept: true }, { mode: "safe", prepared, again: false, connections: 64, seconds, perSecond });
}

async function turn(
  target: Pick<Target, "start" | "kept">,
  load: Omit<LoadSpec, "port" | "account" | "firstId" | "warmUpSeconds">,
): Promise<Measured> {
  const server = await target.start();
  const spec = { ...load, port: server.port, account: deskAccount, firstId: nextId, warmUpSeconds: WARM_UP_SECONDS };
  nextId += load.prepared;
  const before = processorSeconds(server.pid);
  const result = await runLoad(spec);
  const cpuMs = rounded(((processorSeconds(server.pid) - before) / result.sent) * 1000);
  await server.stop();
  const { perSecond, seconds, latencyMs, refused } = result;
  const ids = acknowledgedIds(spec, result);
  const stored = target.kept ? await countStored(deskEnvironment.DATABASE_URL, ids) : { missing: 0, twice: 0 };
  const { missing, twice } = stored;
  return { perSecond, seconds, cpuMs, latencyMs, acknowledged: ids.length, refused: refused.length, missing, twice };
}
