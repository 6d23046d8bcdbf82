import type { Policy, PolicyRule } from "@/lib/sla/schema";
import { isFor } from "./policy-draft";

/** What of a rule can differ while it is for the same questions. */
export const RULE_PARTS = ["firstResponse", "nextResponse", "answerMinutes", "promise", "aroundTheClock"] as const;
export type RulePart = (typeof RULE_PARTS)[number];
const ACCOUNT_PARTS = ["escalation", "silence", "nobodyOnDutyMinutes"] as const;

/** One thing in which two policies differ. */
export type PolicyChange =
  | { kind: "ruleAdded" | "ruleRemoved"; rule: PolicyRule }
  | { kind: "rulePart"; part: RulePart; before: PolicyRule; later: PolicyRule }
  | { kind: "order" }
  | { kind: (typeof ACCOUNT_PARTS)[number]; later: Policy };

/** In what one policy differs from the one before it: rule by rule, their order, then what goes for the whole account. */
export function policyChanges(before: Policy, later: Policy): PolicyChange[] {
  const known = new Map(before.rules.map((rule) => [isFor(rule), rule]));
  const kept = new Map(later.rules.map((rule) => [isFor(rule), rule]));
  const changes: PolicyChange[] = [];
  for (const [key, rule] of known) if (!kept.has(key)) changes.push({ kind: "ruleRemoved", rule });
  for (const [key, rule] of kept) {
    const old = known.get(key);
    if (!old) changes.push({ kind: "ruleAdded", rule });
    else
      for (const part of RULE_PARTS) if (!isSame(old[part], rule[part])) changes.push({ kind: "rulePart", part, before: old, later: rule });
  }
  const shared = (rules: readonly PolicyRule[]) => rules.map(isFor).filter((key) => known.has(key) && kept.has(key));
  if (!isSame(shared(before.rules), shared(later.rules))) changes.push({ kind: "order" });
  for (const part of ACCOUNT_PARTS) if (!isSame(before[part], later[part])) changes.push({ kind: part, later });
  return changes;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
