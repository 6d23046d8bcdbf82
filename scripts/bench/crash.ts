import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Victim } from "./support/crash-desk";
import { runCrashes } from "./support/crash-run";
import { randomFrom, shuffled } from "./support/random";
import { print, surroundings } from "./support/report";

// Parts of a desk under load are killed at random moments: what was acknowledged must be there once, what was answered must go out once.
const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "20" }, seed: { type: "string" } } });
const rounds = Number(options.rounds);
const seed = Number(options.seed ?? Date.now() % 1_000_000);
// A part that dies five times within a minute ends the desk for good; in turn and seven seconds apart none does.
const ROUND_SECONDS = 7;

const random = randomFrom(seed);
const turns = Array.from({ length: Math.ceil(rounds / 3) }, () => shuffled<Victim>(["web", "worker", "postgres"], random));
const victims = turns.flat().slice(0, rounds);
const dataFolder = mkdtempSync(path.join(os.tmpdir(), "jida-crash-"));
print({ bench: "crash", ...(await surroundings(String(process.env.DATABASE_URL))), rounds, seed });
try {
  const { faults, ...seen } = await runCrashes({ dataFolder, victims, random, roundSeconds: ROUND_SECONDS }, print);
  const passed = Object.values(faults).every((count) => count === 0);
  print({ summary: "crash", rounds, seed, comparedWith: "the platform's own journal", passed, ...faults, ...seen });
  if (!passed) process.exitCode = 1;
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
