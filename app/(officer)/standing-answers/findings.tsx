"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Finding, isWarning } from "@/lib/standing-answers/shadows";
import { answerAddress } from "./addresses";
import { othersIn } from "./categories";

type Props = { id: string; account: string; findings: readonly Finding[]; names: ReadonlyMap<string, string> };

/** Where this answer and others are in each other's way, in words, each with the way to the other one. */
export function Findings({ id, account, findings, names }: Props) {
  const t = useTranslations("standingAnswers");
  const say = useFindingWords(id, names);
  const [warnings, grave] = [findings.filter(isWarning), findings.filter((finding) => !isWarning(finding))];
  const part = (title: string, found: readonly Finding[], look: string) =>
    found.length === 0 ? null : (
      <section aria-label={title} className={`rounded-lg border px-3 py-2 text-sm ${look}`}>
        <h3 className="font-semibold">{title}</h3>
        <ul className="mt-1 flex flex-col gap-1 text-ink">
          {found.map((finding) => (
            <li key={JSON.stringify(finding)} className="wrap-anywhere">
              {say(finding)}{" "}
              {othersIn(finding, id).map((other) => (
                <Link key={other} href={answerAddress(account, other)} className="inline-block text-info underline">
                  {t("findings.open", { name: names.get(other) ?? "" })}
                </Link>
              ))}
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <div role="status" className="flex flex-col gap-2">
      {part(t("findings.grave", { count: grave.length }), grave, "border-late-mark text-late")}
      {part(t("findings.title", { count: warnings.length }), warnings, "border-soon-mark text-soon")}
    </div>
  );
}

function useFindingWords(id: string, names: ReadonlyMap<string, string>): (finding: Finding) => string {
  const t = useTranslations("standingAnswers.findings");
  const lost = useTranslations("standingAnswers.lostBy");
  const nameOf = (other: string | undefined) => names.get(other ?? "") ?? "";
  return (finding) => {
    if (finding.kind === "numberTwice") return t("numberTwice", { number: finding.number, other: nameOf(othersIn(finding, id)[0]) });
    if (finding.kind === "nameTwice") return t("nameTwice", { name: finding.name });
    if (finding.kind === "loop") return t("loop", { names: finding.categoryIds.map(nameOf).join(" → ") });
    const { word, place } = finding;
    if (finding.kind === "reserved") return t(`reserved.${finding.meaning}`, { word });
    if (finding.kind === "neverHolds") return t("neverHolds", { word });
    const why = lost(finding.lostBy);
    return place.categoryId === id
      ? t("takenByOther", { word, other: nameOf(finding.by.categoryId), why })
      : t("takesFromOther", { word, other: nameOf(place.categoryId), why });
  };
}
