import { setTimeout as pause } from "node:timers/promises";
import { readDoorAccount } from "@/lib/accounts/queries";
import { db, pool } from "@/lib/db";
import { receiveMessage } from "@/lib/intake/receive-message";
import { followEvents, rebuildFacts } from "@/lib/reports/follow";
import { alignClock, now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { reportWorks, type Work } from "./report-works";

/** What a process of the desk does beside others on the same database. Results come back as JSON. */
export type ReportCall =
  /** `settle`: facts that were made in a database that this one is a copy of are as good as its own. */
  | { does: "rebuild" | "settle" | "works" }
  | { does: "work"; name: string; times: number }
  /** Every report in turn, one each so many milliseconds, for so long. */
  | { does: "browse"; everyMs: number; seconds: number }
  /** Messages as fast as they are taken, or so many a second. */
  | { does: "push"; seconds: number; perSecond: number | null; firstId: number }
  | { does: "follow"; seconds: number };

const AT_ONCE = 16;
const ROUND = 500;

await alignClock();
let known: Work[] | undefined;

process.on("message", async (call: ReportCall) => {
  process.send?.(await run(call));
});
process.send?.("ready");

async function works(): Promise<Work[]> {
  known ??= await reportWorks();
  return known;
}

async function run(call: ReportCall): Promise<unknown> {
  switch (call.does) {
    case "rebuild": {
      const began = performance.now();
      const { done, differed } = await rebuildFacts(() => undefined);
      await pool.query(`VACUUM (ANALYZE) "QuestionFact", "DutyFact", "Tally", "Distribution"`);
      return { done, differed, seconds: Math.round((performance.now() - began) / SECOND) };
    }
    case "settle":
      await followEvents();
      return pool.query(`UPDATE "FactCursor" SET "pendingFrom" = NULL`).then(() => null);
    case "works":
      return (await works()).map(({ name }) => name);
    case "work":
      return timed(call.name, call.times);
    case "browse":
      return browse(call);
    case "push":
      return push(call);
    case "follow":
      return follow(call.seconds);
  }
}

async function timed(name: string, times: number): Promise<number[]> {
  const work = (await works()).find((one) => one.name === name);
  if (!work) throw new Error(`no report ${name}`);
  const milliseconds = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await work.run();
    milliseconds.push(performance.now() - began);
  }
  return milliseconds;
}

async function browse({ everyMs, seconds }: Extract<ReportCall, { does: "browse" }>): Promise<number> {
  const reports = (await works()).filter(({ name }) => !name.includes("naive"));
  const until = performance.now() + seconds * SECOND;
  let read = 0;
  for (; performance.now() < until; read += 1) {
    await reports[read % reports.length]?.run();
    await pause(everyMs);
  }
  return read;
}

async function push({ seconds, perSecond, firstId }: Extract<ReportCall, { does: "push" }>): Promise<number> {
  const { slug } = await db.officialAccount.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
  const account = await readDoorAccount(slug);
  if (!account) throw new Error("no account");
  const begin = performance.now();
  let sent = 0;
  const work = async () => {
    while (performance.now() - begin < seconds * SECOND) {
      const id = firstId + sent;
      const due = perSecond === null ? 0 : begin + (sent / perSecond) * SECOND - performance.now();
      sent += 1;
      if (due > 0) await pause(due);
      const at = now();
      await receiveMessage(
        account,
        {
          ...{ fromUserName: `bench-${id % 5_000}`, createTime: Math.floor(at.getTime() / SECOND), kind: "text", msgId: String(id) },
          ...{ event: null, eventKey: null, text: `路灯不亮，什么时候修？ #${id}`, facts: {}, dedupeKey: `m:${id}`, raw: "<xml></xml>" },
        },
        at,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return Math.round(sent / ((performance.now() - begin) / SECOND));
}

/** How long after its commit an event can have become a fact: from the beginning of one round to the end of the next. */
async function follow(seconds: number): Promise<number[]> {
  const until = performance.now() + seconds * SECOND;
  const lags: number[] = [];
  for (let before = performance.now(); performance.now() < until; ) {
    const began = performance.now();
    const { events } = await followEvents();
    if (events > 0) lags.push(performance.now() - before);
    before = began;
    await pause(ROUND);
  }
  return lags;
}
