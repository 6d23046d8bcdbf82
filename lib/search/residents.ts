import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { markOf } from "@/lib/residents/rules";
import { beyondTheirPairs, PATIENCE_MS, searchPairs, searchWords, weekOf } from "./rules";

/** Somebody whom a search found by remark, tag or mark. */
export type FoundResident = {
  id: string;
  threadId: string;
  accountId: string;
  mark: string;
  remark: string | null;
  tags: string[];
  lastMessageAt: Date;
};

const MOST_RESIDENTS = 5;

/**
 * Residents by remark, tag or mark, those who wrote last first. Four letters of a mark, or two of a remark or tag. Those who wrote
 * long ago are left out when patience ends before they were looked at.
 */
export async function findResidents(scope: Scope, query: string, limit = MOST_RESIDENTS, patience = PATIENCE_MS): Promise<FoundResident[]> {
  const { words } = searchWords(query);
  if (words.length === 0) return [];
  const found = await db.$queryRaw<Omit<FoundResident, "mark">[]>`
    SELECT * FROM search_residents(${keysOfEpoch(words)}::bigint[], ${beyondTheirPairs(words)}::text[], ${query.trim().toUpperCase()}::text,
      ${[...scope.accountIds]}::uuid[], ${limit}::int, ${patience} * interval '1 millisecond')`;
  return found.map((resident) => ({ ...resident, mark: markOf(resident.id) }));
}

/** The keys of a text said at the epoch, where residents' words are indexed. */
function keysOfEpoch(words: readonly string[]): bigint[] {
  const week = BigInt(weekOf(new Date(0))) << 42n;
  return searchPairs(words).map((pair) => week | pair);
}
