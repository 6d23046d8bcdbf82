import { useTranslations } from "next-intl";
import { useCalendarWords } from "@/app/(officer)/settings/calendar/use-calendar-words";
import type { EscalationStep, Policy, PolicyRule } from "@/lib/sla/schema";
import { type PolicyChange, policyChanges, RULE_PARTS, type RulePart } from "./policy-changes";

/** How policies are said: whom a rule is for, what it owes, who is told when, and in what two policies differ. */
export function usePolicyWords() {
  const t = useTranslations("timeLimits");
  const kinds = useTranslations("questionKinds");
  const calendar = useCalendarWords();
  const and = t("and");

  const duration = (minutes: number) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return t("minutes", { count: rest });
    return rest === 0 ? t("hours", { count: hours }) : t("hoursAndMinutes", { hours, minutes: rest });
  };
  const isFor = ({ kinds: chosen, priority, band }: PolicyRule) => {
    const words = [
      ...(chosen.length > 0 ? [chosen.map((kind) => kinds(kind)).join(and)] : []),
      ...(priority === "any" ? [] : [t(`priorities.${priority}`)]),
      ...(band ? [t("bandWords", { days: calendar.weekdays(band.days.map((day) => day - 1)), from: band.from, to: band.to })] : []),
    ];
    return words.length > 0 ? words.join(t("within")) : t("everything");
  };
  const part = (rule: PolicyRule, one: RulePart): string => {
    if (one === "aroundTheClock") return t(rule.aroundTheClock ? "aroundTheClockWords" : "dutyHoursWords");
    if (one === "answerMinutes")
      return rule.answerMinutes === null ? t("noAnswerWords") : t("answerWords", { time: duration(rule.answerMinutes) });
    if (one === "promise") return t("promiseWords", rule.promise);
    const { minutes, outsideMinutes } = rule[one];
    if (rule.aroundTheClock) return t(`${one}Always`, { time: duration(minutes) });
    return t(`${one}Words`, { time: duration(minutes), outside: duration(outsideMinutes) });
  };
  const owes = (rule: PolicyRule) => RULE_PARTS.map((one) => part(rule, one)).join(t("then"));

  const step = ({ minutesBefore, to }: EscalationStep) => {
    const when = minutesBefore === 0 ? "at" : minutesBefore > 0 ? "before" : "after";
    const who = t(`chain.${to}`);
    return when === "at" ? t("stepWords.at", { who }) : t(`stepWords.${when}`, { time: duration(Math.abs(minutesBefore)), who });
  };
  const escalation = ({ steps, repeatMinutes }: Policy["escalation"]) => {
    const told = steps.length === 0 ? t("noSteps") : steps.map(step).join(t("then"));
    return repeatMinutes === null || steps.length === 0 ? told : t("repeated", { told, time: duration(repeatMinutes) });
  };
  const silence = (one: Policy["silence"]) => (one ? t("silenceWords", { time: duration(one.minutes), usual: one.usual }) : t("noSilence"));
  const nobody = (minutes: number | null) => (minutes === null ? t("noNobody") : t("nobodyWords", { time: duration(minutes) }));

  const change = (one: PolicyChange): string => {
    if ("rule" in one) return t(one.kind, { rule: isFor(one.rule), owes: owes(one.rule) });
    if (one.kind === "rulePart")
      return t("rulePart", { rule: isFor(one.later), before: part(one.before, one.part), later: part(one.later, one.part) });
    if (one.kind === "order") return t("order");
    if (one.kind === "escalation") return t("escalationChange", { later: escalation(one.later.escalation) });
    return one.kind === "silence" ? silence(one.later.silence) : nobody(one.later.nobodyOnDutyMinutes);
  };
  const changes = (before: Policy, later: Policy) => policyChanges(before, later).map(change);

  return { isFor, owes, escalation, silence, nobody, duration, changes };
}
