import type { StandingAnswer } from "@/lib/standing-answers/queries";
import type { Category, KeywordRule } from "@/lib/standing-answers/rules";
import type { Finding } from "@/lib/standing-answers/shadows";

/** What is known of each answer of an account beside one that is being written. `rules`: null for one that is not published. */
export type Neighbour = Pick<StandingAnswer, "id" | "number" | "name" | "parentId"> & { rules: readonly KeywordRule[] | null };

export function neighbourOf({ id, number, name, parentId, published }: StandingAnswer): Neighbour {
  return { id, number, name, parentId, rules: published?.rules ?? null };
}

/** What the engine would decide by if one answer had these rules: everything published, and that one. */
export function categoriesOf(answers: readonly Neighbour[], own: { id: string; rules: readonly KeywordRule[] } | null): Category[] {
  const kept = answers.filter(({ id, rules }) => rules !== null || id === own?.id);
  return kept.map(({ id, number, name, rules }) => ({
    id,
    number,
    name,
    rules: id === own?.id ? own.rules : (rules ?? []),
    leadsTo: kept.filter(({ parentId }) => parentId === id).map((below) => below.id),
  }));
}

/** The others that a finding about one answer names. */
export function othersIn(finding: Finding, id: string): string[] {
  const named =
    "categoryIds" in finding ? finding.categoryIds : [finding.place.categoryId, ...("by" in finding ? [finding.by.categoryId] : [])];
  return named.filter((other) => other !== id);
}
