import os from "node:os";
import { query } from "./database";

/** One line of JSON on standard output. */
export function print(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Where the figures were taken: figures of two machines, or of a busy one and an idle one, say nothing about each other. */
export async function surroundings(databaseUrl: string): Promise<Record<string, unknown>> {
  const [server] = await query<{ version: string }>(databaseUrl, "SELECT current_setting('server_version') AS version");
  const cores = os.availableParallelism();
  return { cores, load: os.loadavg()[0], cpu: os.cpus()[0]?.model ?? "unknown", node: process.version, postgresql: server?.version };
}

/** Progress, on standard error. */
export function tell(text: string): void {
  process.stderr.write(`        ${text}\n`);
}
