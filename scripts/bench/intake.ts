import { parseArgs } from "node:util";
import { ensureBuilt } from "@/scripts/setup/build.mjs";
import { deskAccount, deskEnvironment, seedAccount } from "./support/desk-environment";
import { buildEmptyRoute } from "./support/empty-route";
import { intakeTargets, type Target } from "./support/intake-targets";
import { measure, openLoop } from "./support/measure-intake";
import { print, surroundings, tell } from "./support/report";
import { median } from "./support/statistics";

// How many messages a second the desk can promise to keep, beside what Next, node:http and PostgreSQL leave possible here and now.
const { values: options } = parseArgs({
  options: { seconds: { type: "string", default: "30" }, rounds: { type: "string", default: "3" } },
});
const seconds = Number(options.seconds);

await ensureBuilt(deskEnvironment);
await seedAccount();
const targets = intakeTargets(await buildEmptyRoute(deskEnvironment, deskAccount.slug));
print({ bench: "intake", ...(await surroundings(deskEnvironment.DATABASE_URL)), seconds, rounds: Number(options.rounds) });

for (const target of targets) await chooseConnections(target);
const figures = new Map<string, number[]>(targets.map(({ name }) => [name, []]));
let faults = 0;
for (let round = 1; round <= Number(options.rounds); round += 1) {
  for (const target of targets) {
    const measured = await measure(target, { connections: target.connections, seconds });
    print({ round, target: target.name, connections: target.connections, ...measured });
    figures.get(target.name)?.push(measured.perSecond);
    faults += measured.missing + measured.twice + measured.refused;
  }
}
const steady = await openLoop({ perSecond: 200, seconds });
print({ target: "route, open loop", ...steady });
faults += steady.missing + steady.twice + steady.refused;

const perSecond = (name: string) => figures.get(name) ?? [];
const route = ratio("route, safe mode", "empty Next route");
const door = ratio("door on node:http, safe mode", "node:http with one INSERT");
print({
  summary: "intake",
  medianPerSecond: Object.fromEntries(targets.map(({ name }) => [name, median(perSecond(name))])),
  connections: Object.fromEntries(targets.map(({ name, connections }) => [name, connections])),
  routeToEmptyRoute: { ratio: route, goal: 0.4, met: route >= 0.4 },
  doorToInsert: { ratio: door, goal: 0.6, met: door >= 0.6 },
  openLoop: { perSecond: 200, p99Ms: steady.latencyMs.p99, goal: 100, met: steady.latencyMs.p99 <= 100 },
  notStoredExactlyOnceOrRefused: faults,
});

/** Of two targets measured one right after the other, round by round: what else the machine does then weighs on both. */
function ratio(name: string, comparedWith: string) {
  return median(perSecond(name).map((figure, round) => figure / (perSecond(comparedWith)[round] ?? 1)));
}

async function chooseConnections(target: Target) {
  const tried: Record<string, number> = {};
  for (const connections of [16, 64]) {
    tried[connections] = (await measure(target, { connections, seconds: Math.min(seconds, 3) })).perSecond;
  }
  target.connections = (tried[64] ?? 0) > (tried[16] ?? 0) ? 64 : 16;
  target.expectedPerSecond = Math.max(...Object.values(tried));
  tell(`${target.name}: ${JSON.stringify(tried)} a second by connections`);
}
