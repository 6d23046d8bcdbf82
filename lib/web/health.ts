import { readdir } from "node:fs/promises";
import path from "node:path";
import { pool } from "@/lib/db";
import { lastBeat } from "@/lib/intake/queries";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { within } from "./deadline";
import { remembered } from "./remembered";

export type Health = { status: "ok" } | { status: "databaseAway" | "migrationsPending" | "workerSilent"; detail: string };

const REMEMBERED = SECOND;
const PATIENCE = 2 * SECOND;
const WORKER_SILENT_AFTER = 30 * SECOND;
const UNKNOWN_TABLE = "42P01";

/** Whether the desk can do its work: the database answers, has every migration, and a worker was heard within 30 s. At most a second old. */
export const currentHealth = remembered(REMEMBERED, () => measureHealth());

/** The same, asked now. */
export async function measureHealth(at?: Date): Promise<Health> {
  try {
    return await within(PATIENCE, examine(at));
  } catch {
    return { status: "databaseAway", detail: "The database did not answer within 2 s." };
  }
}

async function examine(at = now()): Promise<Health> {
  const applied = await appliedMigrations();
  const pending = (await migrationNames()).filter((name) => !applied.has(name));
  if (pending.length > 0) return { status: "migrationsPending", detail: `Migrations not applied: ${pending.join(", ")}.` };

  const heard = await lastBeat("worker");
  if (heard && at.getTime() - heard.getTime() <= WORKER_SILENT_AFTER) return { status: "ok" };
  return { status: "workerSilent", detail: heard ? `No worker was heard since ${heard.toISOString()}.` : "No worker was ever heard." };
}

async function appliedMigrations(): Promise<Set<string>> {
  try {
    const { rows } = await pool.query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return new Set(rows.map(({ name }) => name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNKNOWN_TABLE) return new Set();
    throw error;
  }
}

let names: string[] | undefined;

/** Those that this process was built with: read once, because a deployment of the next version may lie on the disk already. */
async function migrationNames(): Promise<string[]> {
  if (names) return names;
  const entries = await readdir(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names;
}
