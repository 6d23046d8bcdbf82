import { describe, expect, test } from "vitest";
import { type Policy, policyInput } from "@/lib/sla/schema";
import { onePolicy } from "@/lib/sla/testing/terms";
import { policyChanges } from "./policy-changes";
import { isFor, policyFaults, withMovedRule, withNewRule, withNewStep, withoutRule, withRule } from "./policy-draft";

const two = withNewRule(onePolicy);
const three = withRule(withNewRule(two), 1, { kinds: ["help"], priority: "urgent" });
const [first, second, last] = three.rules.map(isFor);
const order = (policy: Policy) => policy.rules.map(isFor);

describe("rules", () => {
  test("a new one stands above the last, is right as it is, and for fewer questions", () => {
    expect(policyInput.parse(two)).toEqual(two);
    expect(two.rules.map(({ kinds }) => kinds)).toEqual([["complaint"], []]);
  });

  test("move, and stop at the top and above the last, which never moves or goes", () => {
    expect(order(withMovedRule(three, 0, 1))).toEqual([second, first, last]);
    expect(order(withMovedRule(three, 1, -1))).toEqual([second, first, last]);
    for (const [place, by] of [
      [0, -1],
      [1, 1],
      [2, -1],
      [2, 1],
    ] as const)
      expect(withMovedRule(three, place, by)).toBe(three);
    expect(order(withoutRule(three, 0))).toEqual([second, last]);
    expect(withoutRule(three, 2)).toBe(three);
  });

  test("no more than the desk takes", () => {
    let policy = onePolicy;
    for (let more = 0; more < 60; more += 1) policy = withNewRule(policy);
    expect(policyInput.safeParse(policy).success).toBe(true);
    expect(policy.rules).toHaveLength(40);
  });
});

describe("what is wrong is told at its field", () => {
  const steps = (...before: number[]) => ({
    steps: before.map((minutesBefore) => ({ minutesBefore, to: "shift" as const })),
    repeatMinutes: null,
  });
  const band = { days: [1], from: "17:00", to: "08:00" };
  const inRule = (change: Parameters<typeof withRule>[2]) => withRule(two, 0, change);
  test.each([
    ["no minutes at all", inRule({ firstResponse: { minutes: 0, outsideMinutes: 30 } }), "rules.0.firstResponse.minutes", "noMinutes"],
    [
      "an empty field",
      inRule({ nextResponse: { minutes: 10, outsideMinutes: Number.NaN } }),
      "rules.0.nextResponse.outsideMinutes",
      "notANumber",
    ],
    ["half a minute", inRule({ answerMinutes: 0.5 }), "rules.0.answerMinutes", "notANumber"],
    ["no workday to promise for", inRule({ promise: { workdays: 0, extensions: 1 } }), "rules.0.promise.workdays", "notANumber"],
    ["a band that ends before it begins", inRule({ band }), "rules.0.band", "periodBackwards"],
    ["a band on no day", inRule({ band: { ...band, to: "20:00", days: [] } }), "rules.0.band.days", "noDays"],
    ["a band at no time", inRule({ band: { ...band, from: "17:00", to: "later" } }), "rules.0.band.to", "invalidTime"],
    ["steps out of order", { ...two, escalation: steps(3, 1, 2) }, "escalation.steps", "stepsOutOfOrder"],
    ["an empty step", { ...two, escalation: steps(Number.NaN) }, "escalation.steps.0.minutesBefore", "notANumber"],
    ["silence of no length", { ...two, silence: { minutes: 0, usual: 3 } }, "silence.minutes", "notANumber"],
  ])("%s", (_, policy, path, fault) => {
    expect(policyFaults(policy).get(path)).toBe(fault);
  });

  test("a right policy has no fault, and steps go on from the last", () => {
    expect(policyFaults(three).size).toBe(0);
    const added = withNewStep(withNewStep(withNewStep([])));
    expect(added.map(({ minutesBefore }) => minutesBefore)).toEqual([3, 2, 1]);
    expect(policyFaults({ ...three, escalation: { steps: added, repeatMinutes: 5 } }).size).toBe(0);
  });
});

test("two policies differ in rules by whom they are for, in their order, and in what goes for the account", () => {
  const changed = withRule(withMovedRule(three, 0, 1), 2, { answerMinutes: 480 });
  const later = { ...changed, nobodyOnDutyMinutes: 5 };
  expect(policyChanges(three, later)).toEqual([
    { kind: "rulePart", part: "answerMinutes", before: three.rules[2], later: later.rules[2] },
    { kind: "order" },
    { kind: "nobodyOnDutyMinutes", later },
  ]);
  expect(policyChanges(three, two)).toEqual([{ kind: "ruleRemoved", rule: three.rules[1] }]);
  expect(policyChanges(two, three)).toEqual([{ kind: "ruleAdded", rule: three.rules[1] }]);
  expect(policyChanges(three, three)).toEqual([]);
});
