import { useTranslations } from "next-intl";
import type { Policy } from "@/lib/sla/schema";
import { usePolicyWords } from "./use-policy-words";

/** A policy for those who may not change it. */
export function PolicyShown({ policy }: { policy: Policy }) {
  const t = useTranslations("timeLimits");
  const words = usePolicyWords();
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-2">
        {[...policy.rules.entries()].map(([place, rule]) => (
          <li key={place}>
            <span className="font-semibold">
              {place + 1}. {place > 0 && place === policy.rules.length - 1 ? t("everythingElse") : words.isFor(rule)}
            </span>
            <span className="block text-ink-2">{words.owes(rule)}</span>
          </li>
        ))}
      </ol>
      <ul className="list-disc pl-5">
        <li>{words.escalation(policy.escalation)}</li>
        <li>{words.nobody(policy.nobodyOnDutyMinutes)}</li>
        <li>{words.silence(policy.silence)}</li>
      </ul>
    </div>
  );
}
