import { faultsOf } from "@/app/(officer)/settings/limits/faults";
import { type EscalationStep, type Policy, type PolicyRule, policyInput } from "@/lib/sla/schema";

const FAULTS = ["noMinutes", "invalidTime", "periodBackwards", "stepsOutOfOrder", "lastRuleNotForAll", "noDays", "notANumber"] as const;
export type PolicyFault = (typeof FAULTS)[number];
export const MAX_RULES = 40;
export const MAX_STEPS = 10;

/** A band as it is offered first: evenings and nights of workdays. */
export const USUAL_BAND = { days: [1, 2, 3, 4, 5], from: "17:30", to: "22:00" } as const;

/** What is wrong with a policy being written, by the path of the field. */
export function policyFaults(policy: Policy): ReadonlyMap<string, PolicyFault> {
  const faults = new Map(faultsOf<PolicyFault>(policyInput, policy, FAULTS, "notANumber"));
  for (const [path, fault] of faults) if (fault === "notANumber" && path.endsWith(".days")) faults.set(path, "noDays");
  return faults;
}

/** A rule more, above the last one, which is for all: as that one, and for one kind only. */
export function withNewRule(policy: Policy): Policy {
  const last = policy.rules.at(-1);
  if (!last || policy.rules.length >= MAX_RULES) return policy;
  return { ...policy, rules: policy.rules.toSpliced(-1, 0, { ...last, kinds: ["complaint"] }) };
}

/** The same rules, one of them changed. */
export function withRule(policy: Policy, place: number, change: Partial<PolicyRule>): Policy {
  const rule = policy.rules[place];
  return rule ? { ...policy, rules: policy.rules.with(place, { ...rule, ...change }) } : policy;
}

/** Without a rule; the last one stays. */
export function withoutRule(policy: Policy, place: number): Policy {
  return isMovable(policy, place) ? { ...policy, rules: policy.rules.toSpliced(place, 1) } : policy;
}

/** A rule a place up (-1) or down (1), never below the last one. */
export function withMovedRule(policy: Policy, place: number, by: 1 | -1): Policy {
  const [rule, other] = [policy.rules[place], policy.rules[place + by]];
  if (!rule || !other || !isMovable(policy, place) || !isMovable(policy, place + by)) return policy;
  return { ...policy, rules: policy.rules.with(place, other).with(place + by, rule) };
}

/** Whether a rule may change its place: all but the last one. */
export function isMovable(policy: Policy, place: number): boolean {
  return place >= 0 && place < policy.rules.length - 1;
}

/** The steps of an escalation with another one, which comes a minute after the last. */
export function withNewStep(steps: readonly EscalationStep[]): EscalationStep[] {
  const last = steps.at(-1);
  return [...steps, last ? { minutesBefore: last.minutesBefore - 1, to: "supervisors" } : { minutesBefore: 3, to: "shift" }];
}

/** Whom a rule is for; two rules of the same need not both stand. */
export function isFor({ kinds, priority, band }: PolicyRule): string {
  return JSON.stringify([kinds.toSorted(), priority, band]);
}
