import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";
import type { Sheet } from "./sheet";

/** How many rows a table got, and how fast; the time to make them up is in it. */
export type Copied = { table: string; rows: number; seconds: number; rowsPerSecond: number };

/** Writes a sheet into its table with COPY. `pieces`: its rows as they come. */
export async function copySheet(client: pg.Client, sheet: Sheet, pieces: Iterable<Buffer> = sheet.pieces()): Promise<Copied> {
  const began = performance.now();
  const columns = sheet.columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const target = client.query(from(`COPY ${client.escapeIdentifier(sheet.table)} (${columns}) FROM STDIN`));
  await pipeline(Readable.from(pieces), target);
  const seconds = (performance.now() - began) / 1_000;
  return { table: sheet.table, rows: sheet.rows(), seconds: tenths(seconds), rowsPerSecond: Math.round(sheet.rows() / seconds) };
}

/** To one decimal. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
