import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCrashes } from "./support/crash-run";
import { randomFrom } from "./support/random";

const dataFolder = mkdtempSync(path.join(os.tmpdir(), "jida-crash-test-"));

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

test("kill -9 of worker, web and PostgreSQL under load loses nothing and repeats nothing", async () => {
  const run = await runCrashes({ dataFolder, victims: ["worker", "web", "postgres"], random: randomFrom(20261122), roundSeconds: 8 });
  expect(run.acknowledged).toBeGreaterThan(50);
  expect(run.delivered).toBeGreaterThan(5);
  expect(run.feed.connections).toBeGreaterThan(1);
  expect(run.faults).toEqual({
    acknowledgedMissing: 0,
    storedTwice: 0,
    deliveredTwice: 0,
    vanished: 0,
    deliveredButShownFailed: 0,
    refusedButDelivered: 0,
    feedMissed: 0,
  });
}, 240_000);
