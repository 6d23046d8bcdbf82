import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { SharedHashing } from "@/lib/officers/passwords";
import type { TestingWorker } from "./testing";

const worker: TestingWorker & SharedHashing = globalThis;

// Runs before each test file's imports; the first of a worker decides which database lib/env and lib/db see in it.
process.env.AUTH_SECRET = "a secret that only tests know, 32+ characters";
process.env.LOG_LEVEL ??= "error";
process.env.DATABASE_URL ??= databaseOfThisWorker();
process.env.JIDA_DATA_DIR = path.join(tmpdir(), `jida-tests-${process.pid}`);
const cost = { N: 1_024, r: 8, p: 1 };
worker.jidaHashing ??= { running: 0, waiting: [], cost };
worker.jidaHashing.cost = cost;

beforeAll(() => worker.jidaTestDatabase?.create());
beforeEach(() => worker.jidaTestDatabase?.empty());
// Whoever comes next in this worker goes by the real clock.
afterEach(() => void vi.useRealTimers());

function databaseOfThisWorker() {
  const server = new URL(process.env.TEST_DATABASE_URL ?? "postgresql://127.0.0.1:1/no-test-server");
  server.pathname = `/${process.env.TEST_DATABASE_PREFIX}${randomUUID().replaceAll("-", "")}`;
  return server.toString();
}
