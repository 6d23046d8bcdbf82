import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "@/scripts/setup/root.mjs";
import { runAloud } from "@/scripts/setup/run.mjs";
import { print, surroundings } from "./support/report";
import { WEEK } from "./support/week/calendar";
import { textsOfWeek } from "./support/week/plan";

// A week with a holiday and a make-up Saturday, three officers, real texts, through the platform's wire, on a clock that runs faster:
// libfaketime (Debian's package faketime) speeds up the desk, its database and the platform alike. Nights are skipped: the desk is
// stopped when a day's hours are over, and started on the next. At the end every question and every number of the reports is held
// against a recount from what was said and done.
const { values: options } = parseArgs({
  options: {
    speed: { type: "string", default: "20" },
    days: { type: "string", default: String(WEEK.length) },
    from: { type: "string", default: "08:00" },
    to: { type: "string", default: "18:00" },
    "per-hour": { type: "string", default: "40" },
    seed: { type: "string", default: "20260504" },
  },
});
const LIBRARY = `/usr/lib/${os.arch() === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/faketime/libfaketimeMT.so.1`;
const MINUTES_TO_START = 10;

if (!existsSync(LIBRARY)) throw new Error(`${LIBRARY} is missing: apt-get install faketime`);
const seed = Number(options.seed);
const days = WEEK.slice(0, Number(options.days));
const dataFolder = mkdtempSync(path.join(os.tmpdir(), "jida-week-"));
print({ bench: "week", ...(await surroundings(String(process.env.DATABASE_URL))), ...options, texts: textsOfWeek(seed).source });
try {
  for (const day of days) {
    const { from, to } = options;
    const said = { day, from, to, perHour: Number(options["per-hour"]), seed, dataFolder, last: day === days.at(-1) };
    const start = new Date(Date.parse(`${day}T${from}:00+08:00`) - MINUTES_TO_START * 60_000);
    const env = {
      ...process.env,
      WEEK_DAY: JSON.stringify(said),
      FASTER_CLOCK: JSON.stringify({ library: LIBRARY, speed: Number(options.speed), realStart: Date.now(), fastStart: start.getTime() }),
      LD_PRELOAD: LIBRARY,
      FAKETIME: `@${start.toISOString().slice(0, 19).replace("T", " ")} x${options.speed}`,
      NODE_OPTIONS: `--import ${path.join(root, "scripts/bench/support/faster-clock.mjs")}`,
      TZ: "UTC",
    };
    const code = await runAloud(["--import", "tsx", path.join(root, "scripts/bench/support/week/day.ts")], { env });
    if (code !== 0) throw new Error(`${day} ended with ${code}`);
  }
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
