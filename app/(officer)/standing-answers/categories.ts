import type { StandingAnswer } from "@/lib/standing-answers/queries";
import type { Category, KeywordRule } from "@/lib/standing-answers/rules";
import type { Finding } from "@/lib/standing-answers/shadows";

/** What the engine would decide by if one answer had these rules: everything published, and that one. */
export function categoriesOf(answers: readonly StandingAnswer[], own: { id: string; rules: readonly KeywordRule[] } | null): Category[] {
  const kept = answers.filter(({ id, published }) => published !== null || id === own?.id);
  return kept.map(({ id, number, name, published }) => ({
    id,
    number,
    name,
    rules: id === own?.id ? own.rules : (published?.rules ?? []),
    leadsTo: kept.filter(({ parentId }) => parentId === id).map((below) => below.id),
  }));
}

/** The others that a finding about one answer names. */
export function othersIn(finding: Finding, id: string): string[] {
  const named =
    "categoryIds" in finding ? finding.categoryIds : [finding.place.categoryId, ...("by" in finding ? [finding.by.categoryId] : [])];
  return named.filter((other) => other !== id);
}
