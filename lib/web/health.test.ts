import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { GET } from "@/app/api/health/route";
import { db, pool } from "@/lib/db";
import { beatProcess } from "@/lib/intake/beat-process";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { measureHealth } from "./health";

const worker = () => ({ id: uuid(), process: "worker", startedAt: now() }) as const;

test("well while a worker was heard within thirty seconds", async () => {
  const at = now();
  await beatProcess(worker(), after(at, -30 * SECOND));
  expect(await measureHealth(at)).toEqual({ status: "ok" });
  expect(await measureHealth(after(at, SECOND))).toMatchObject({ status: "workerSilent" });
});

test("a web process is no worker", async () => {
  await beatProcess({ ...worker(), process: "web" });
  expect(await measureHealth()).toEqual({ status: "workerSilent", detail: "No worker was ever heard." });
});

test("names migrations that the database lacks", async () => {
  await beatProcess(worker());
  const kept = await db.$queryRaw<
    { id: string }[]
  >`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%receive_message' RETURNING id`;
  expect(kept).toHaveLength(1);
  expect(await measureHealth()).toMatchObject({ status: "migrationsPending", detail: expect.stringContaining("receive_message") });
  await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now()`;
  expect(await measureHealth()).toEqual({ status: "ok" });
});

test("answers 503 with the reason, for a second the same, then 200", async () => {
  const silent = await GET();
  expect(silent.status).toBe(503);
  expect(await silent.json()).toMatchObject({ status: "workerSilent" });
  await beatProcess(worker());
  await expect.poll(async () => (await GET()).status, { timeout: 10_000 }).toBe(200);
  expect(await (await GET()).json()).toEqual({ status: "ok" });
});

test("a database that does not answer is said to be away", async () => {
  const blocker = await pool.connect();
  try {
    await blocker.query('BEGIN; LOCK TABLE "Heartbeat" IN ACCESS EXCLUSIVE MODE');
    expect(await measureHealth()).toMatchObject({ status: "databaseAway" });
  } finally {
    await blocker.query("ROLLBACK");
    blocker.release();
  }
});
