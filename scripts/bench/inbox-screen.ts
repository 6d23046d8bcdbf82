import { parseArgs } from "node:util";
import { ensureBuilt } from "@/scripts/setup/build.mjs";
import { deskEnvironment } from "./support/desk-environment";
import { buildEmptyPage } from "./support/empty-page";
import { print, surroundings, tell } from "./support/report";
import { measureEmptyPage, measureFirstView } from "./support/screen/first-view";
import { measureFlood } from "./support/screen/flood";
import { measureIdle } from "./support/screen/idle";
import { measureInteractions } from "./support/screen/interactions";
import { measureMemory } from "./support/screen/memory";
import { measureMoves } from "./support/screen/moves";
import { measureRequests } from "./support/screen/requests";
import { measureKeptShift, measureTypedShift } from "./support/screen/shift";
import { openStage } from "./support/screen/stage";
import { startNext } from "./support/servers";
import { rounded } from "./support/statistics";

// The inbox in Chromium, on the desk of a large town: how soon it stands, how fast it follows the hands, what it asks for and keeps.
const { values: options } = parseArgs({
  options: { questions: { type: "string", default: "450000" }, only: { type: "string", default: "" } },
});

await ensureBuilt(deskEnvironment);
const stage = await openStage(Number(options.questions));
print({
  bench: "inbox-screen",
  ...(await surroundings(deskEnvironment.DATABASE_URL)),
  questions: stage.desk.questions,
  chromium: stage.browser.version(),
});

const firstView = await take("firstView", () => measureFirstView(stage));
const emptyKb = await take("emptyPage", emptyPage);
const moves = await take("moves", () => measureMoves(stage));
const interactions = await take("interactions", () => measureInteractions(stage));
const requests = await take("requests", () => measureRequests(stage));
const typed = await take("shiftTyped", () => measureTypedShift(stage));
const kept = await take("shiftKept", () => measureKeptShift(stage));
const idle = await take("idle", () => measureIdle(stage));
const flood = await take("flood", () => measureFlood(stage));
const memory = await take("memory", () => measureMemory(stage));
await stage.close();

const scriptAboveEmptyKb = firstView && emptyKb ? rounded(firstView.scriptKb - emptyKb.scriptKb) : null;
print({
  summary: "inbox-screen",
  comparedWith: "an empty page of the same Next and React (script), the same web process with no stream open (idle)",
  figures: {
    lcpMs: figure(firstView?.lcpMs, 400),
    moveP95Ms: figure(moves?.prefetched.ms.p95, 50),
    inpMs: figure(interactions?.inpMs, 100),
    droppedRows: figure(flood?.dropped, 0),
    scriptAboveEmptyKb: figure(scriptAboveEmptyKb, 90),
    heapGrownMb: figure(memory?.grownAfterFirstThird, 5),
    requestsForOneAction: figure(requests?.mostForOneAction, 2),
    idleCpuPercent: figure(idle?.connectedCpuPercent, 2),
  },
  shift: { typed: typed ?? "not taken", kept: kept ?? "not taken" },
  quoted: { source: "FreeScout 1.8.235 on a machine of this class; not measured in this run", lcpMs: 432 },
});

/** One part of the measurement, printed; a part that fails is reported and does not end the others. */
async function take<Figures extends object>(part: string, measure: () => Promise<Figures>): Promise<Figures | null> {
  if (!part.includes(options.only)) return null;
  tell(part);
  try {
    const figures = await measure();
    print({ part, ...figures });
    return figures;
  } catch (error) {
    print({ part, notTaken: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

function figure(value: number | null | undefined, goal: number) {
  return value === null || value === undefined ? { notTaken: true, goal } : { value, goal, met: value <= goal };
}

async function emptyPage() {
  const server = await startNext(await buildEmptyPage(deskEnvironment), deskEnvironment);
  try {
    return { scriptKb: await measureEmptyPage(stage, `http://127.0.0.1:${server.port}/`) };
  } finally {
    await server.stop();
  }
}
