import type { StandingAnswer, StandingVersion } from "@/lib/standing-answers/queries";

/** A standing answer for tests, by 林, whose first version is published; `published` null: not yet. */
export function keptAnswer(id: string, published: Partial<StandingVersion> | null, more: Partial<StandingAnswer> = {}): StandingAnswer {
  const person = { id: "lin", name: "林" };
  const at = new Date("2026-11-22T23:30:00Z");
  const times = { asOf: null, validFrom: null, validUntil: null, reviewAt: null };
  const saved = { savedAt: at, savedBy: person, publishedAt: at, publishedBy: person, copyOf: null };
  const body = { kind: "text", text: "晴" } as const;
  const version = { id: `${id}-1`, version: 1, body, rules: [], source: "区气象局", ...times, ...saved, ...published };
  const place = { accountId: "a", number: null, name: id, parentId: null, position: 1, menu: null };
  return { id, ...place, owner: person, moves: 0, version: 1, published: published && version, feed: null, ...more };
}
