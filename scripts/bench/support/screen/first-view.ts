import { median } from "@/scripts/bench/support/statistics";
import { freshContext, type Stage } from "./stage";

type Seen = { lcpMs: number; serverMs: number; scriptKb: number; totalKb: number; requests: number };

const WARM_UP = 2;
const VISITS = 10;
/** Until what the page loads by itself after it is alive has come. */
const SETTLING_MS = 2_000;

/** The inbox opened for the first time, with an empty cache: when the largest paint came, and what was transferred for it. */
export async function measureFirstView(stage: Stage) {
  const seen: Seen[] = [];
  for (let visit = 0; visit < WARM_UP + VISITS; visit += 1) seen.push(await visitAnew(stage, `${stage.url}/inbox`));
  const counted = seen.slice(WARM_UP);
  const of = (key: keyof Seen) => median(counted.map((one) => one[key]));
  const lcps = counted.map(({ lcpMs }) => Math.round(lcpMs));
  return {
    visits: VISITS,
    lcpMs: of("lcpMs"),
    lcps,
    serverMs: of("serverMs"),
    scriptKb: of("scriptKb"),
    totalKb: of("totalKb"),
    requests: of("requests"),
  };
}

/** Compressed kilobytes of script of a page that shows nothing, with the same Next and React. */
export async function measureEmptyPage(stage: Stage, url: string): Promise<number> {
  return (await visitAnew(stage, url)).scriptKb;
}

async function visitAnew(stage: Stage, url: string): Promise<Seen> {
  const context = await freshContext(stage);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = { script: 0, total: 0 };
  await devtools.send("Network.enable");
  devtools.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.total += encodedDataLength;
    if (kinds.get(requestId) === "Script") bytes.script += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(SETTLING_MS);
  const [lcpMs, serverMs] = await page.evaluate<[number, number]>(
    "[window.jidaProbe.lcpMs, performance.getEntriesByType('navigation')[0].responseStart]",
  );
  await context.close();
  return { lcpMs, serverMs, scriptKb: kilobytes(bytes.script), totalKb: kilobytes(bytes.total), requests: kinds.size };
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 102.4) / 10;
}
