import { appendFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { readHeads } from "@/lib/events/heads";
import { sealEvents } from "@/lib/events/seal";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";
import { isStopping } from "./every";

/** Where the ends of trails are kept besides the database; a line each. */
export const HEADS_FILE = path.join(env.JIDA_DATA_DIR, "audit-heads.jsonl");

let told: Date | undefined;

/** One round of seals: as long as there is more to do at once, it goes on. */
export async function sealTrail(): Promise<void> {
  while (!isStopping() && (await sealEvents()).behind);
}

/** Writes the end of every trail that has grown since the last time beside the database; at first, those of the last two days. */
export async function keepHeads(): Promise<void> {
  const heads = await readHeads(told ?? after(now(), -2 * DAY));
  const last = heads.at(-1);
  if (!last) return;
  await mkdir(env.JIDA_DATA_DIR, { recursive: true });
  await appendFile(HEADS_FILE, heads.map((head) => `${JSON.stringify(head)}\n`).join(""), { mode: 0o600 });
  told = new Date(last.at);
}
