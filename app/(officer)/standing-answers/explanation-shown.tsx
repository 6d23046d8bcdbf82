"use client";

import { useTranslations } from "next-intl";
import type { Explanation, Outcome } from "@/lib/standing-answers/match";
import type { Category } from "@/lib/standing-answers/rules";

/** Words by which one recognises a rule. */
const WORDS_SAID = 3;

type Shortfall = Explanation["missed"][number]["because"];
type Props = { explanation: Explanation; categories: readonly Category[] };

/** Who gets a message and why, in words. */
export function ExplanationShown({ explanation, categories }: Props) {
  const t = useTranslations("standingAnswers.tester");
  const lost = useTranslations("standingAnswers.lostBy");
  const words = useOutcomeWords(categories);
  const { outcome, beaten, missed, isTooLong, read } = explanation;
  return (
    <div className="wrap-anywhere flex flex-col gap-2">
      <p className={outcome ? "font-semibold text-info" : "font-semibold"}>
        {outcome ? t("answered", { name: words.name(outcome), why: words.why(outcome) }) : isTooLong ? t("tooLong") : t("toPerson")}
      </p>
      {beaten.length > 0 ? (
        <section aria-label={t("beaten")} className="text-sm">
          <h3 className="text-ink-3">{t("beaten")}</h3>
          <ul>
            {beaten.map(({ outcome: other, lostBy }) => (
              <li key={JSON.stringify(other)}>{t("lost", { name: words.name(other), why: words.why(other), lostBy: lost(lostBy) })}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {missed.length > 0 ? (
        <section aria-label={t("missed")} className="text-sm">
          <h3 className="text-ink-3">{t("missed")}</h3>
          <ul>
            {missed.map(({ categoryId, ruleId, because }) => (
              <li key={`${categoryId} ${ruleId}`}>
                {t("missedBy", { name: words.placeOf(categoryId, ruleId), because: words.because(because) })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {read ? <p className="text-ink-3 text-xs">{t("read", { read })}</p> : null}
    </div>
  );
}

function useOutcomeWords(categories: readonly Category[]) {
  const t = useTranslations("standingAnswers.tester");
  const answers = useTranslations("standingAnswers");
  const between = answers("between");
  const nameOf = (id: string) => categories.find((category) => category.id === id)?.name ?? "";
  return {
    /** An answer, and which of its rules. */
    placeOf: (id: string, ruleId: string | null) => {
      const rule = categories.find((category) => category.id === id)?.rules.find((one) => one.id === ruleId);
      if (!rule) return t("ofName", { name: nameOf(id) });
      const [said, more] = [rule.words.slice(0, WORDS_SAID).join(between), rule.words.length > WORDS_SAID];
      const told = { name: nameOf(id), kind: answers(`ruleKinds.${rule.kind}`), words: said };
      return more ? t("ofMoreWords", told) : t("ofWords", told);
    },
    name: (outcome: Outcome) => (outcome.kind === "category" ? nameOf(outcome.categoryId) : t(`own.${outcome.kind}`)),
    why: ({ why }: Outcome) => {
      if (why.by === "reserved") return t("why.reserved", { word: why.word });
      if (why.by === "number") return t("why.number", { number: why.number });
      if (why.by === "name") return t("why.name");
      return t(`why.${why.by}`, { words: why.words.join(between), priority: why.priority });
    },
    because: (shortfall: Shortfall) =>
      t(`because.${shortfall.by}`, { words: (shortfall.by === "rest" ? shortfall.rest : shortfall.words).join(between) }),
  };
}
