import type { Scope } from "@/lib/officers/scope";
import { readDrill } from "./drill";
import type { DrillRow } from "./results";
import type { DrillQuery } from "./schema";

/** So many at a time: a long list is read in few steps, and none of them holds much. */
const PAGE = 1_000;

/** The rows behind a number in pages, as many as there are up to `most`. */
export async function* pagesOf(scope: Scope, query: DrillQuery, most: number): AsyncGenerator<DrillRow[]> {
  let cursor: string | undefined;
  let left = most;
  do {
    const { rows, nextCursor } = await readDrill(scope, { ...query, cursor }, PAGE);
    yield rows.slice(0, left);
    left -= rows.length;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined && left > 0);
}

/** The same as one list. */
export async function rowsOf(scope: Scope, query: DrillQuery, most: number): Promise<DrillRow[]> {
  const all: DrillRow[] = [];
  for await (const page of pagesOf(scope, query, most)) all.push(...page);
  return all;
}
