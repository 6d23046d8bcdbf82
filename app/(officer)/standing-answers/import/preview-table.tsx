import { useLocale, useTranslations } from "next-intl";
import { useFaultWords } from "@/app/(officer)/standing-answers/use-fault-words";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Badge } from "@/components/ui/badge";
import { FAQ_HEADS } from "@/lib/standing-answers/faq/columns";
import type { PreviewedLine } from "@/lib/standing-answers/faq/preview";
import { keywordsOf, textOf } from "@/lib/standing-answers/faq/rows";
import { localeOf } from "@/lib/web/locales";

const HEADS = ["line", "number", "name", "text", "keywords", "validUntil", "remarks"] as const;
const FAULTS = ["numberOutside", "dateWrong", "over", "kindUnknown", "rulesBroken", "parentUnknown", "parentLoops", "lineBroken"] as const;
const CELL = "px-2 py-1.5 align-top";

/** Every line as it would be saved, with what is wrong and what there is already. */
export function PreviewTable({ lines, now }: { lines: readonly PreviewedLine[]; now: Date }) {
  const t = useTranslations("standingAnswers.import");
  const letters = useTranslations("standingAnswers");
  const { moment } = useDateWords(now);
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[48rem] border-collapse text-left text-sm">
        <caption className="sr-only">{t("file")}</caption>
        <thead>
          <tr className="border-line border-b text-ink-3">
            {HEADS.map((head) => (
              <th key={head} scope="col" className={`${CELL} font-normal`}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, name, entry, faults, duplicates, continues }) => (
            <tr key={line} className="border-line-2 border-b">
              <th scope="row" className={`${CELL} font-normal text-ink-3 tabular-nums`}>
                {line}
              </th>
              <td className={`${CELL} tabular-nums`}>{entry?.number}</td>
              <td className={`${CELL} font-semibold`}>{entry?.name ?? name}</td>
              <td className={`${CELL} max-w-[20em]`}>
                <span className="line-clamp-2">{entry ? textOf(entry.body) : null}</span>
              </td>
              <td className={CELL}>{entry ? keywordsOf(entry.rules).join(letters("between")) : null}</td>
              <td className={`${CELL} whitespace-nowrap tabular-nums`}>{entry?.validUntil ? moment(entry.validUntil) : null}</td>
              <td className={CELL}>
                <Remarks faults={faults} duplicates={duplicates} continues={continues} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Remarks({ faults, duplicates, continues }: Pick<PreviewedLine, "faults" | "duplicates" | "continues">) {
  const t = useTranslations("standingAnswers.import");
  const faultWords = useFaultWords();
  const sentenceOf = (fault: string) => {
    const own = FAULTS.find((one) => one === fault);
    return own ? t(`faults.${own}`) : (faultWords(fault) ?? "");
  };
  const language = localeOf(useLocale());
  const said = [
    ...(continues === null ? [] : [{ isGrave: false, words: t("continues", { line: continues }) }]),
    ...faults.map(({ column, fault, isGrave }) => {
      const said = sentenceOf(fault);
      return { isGrave, words: column === null ? said : t("faultOf", { column: FAQ_HEADS[column][language], fault: said }) };
    }),
    ...duplicates.map(({ what, words, with: other, isGrave }) => {
      const named = "line" in other ? t("otherLine", other) : t("otherAnswer", other);
      return { isGrave, words: t(`duplicates.${what}`, { words, other: named }) };
    }),
  ];
  return (
    <ul className="flex flex-col items-start gap-1">
      {said.map(({ isGrave, words }) => (
        <li key={words} className="whitespace-normal">
          <Badge tone={isGrave ? "danger" : "soon"}>
            <span className="whitespace-normal">{words}</span>
          </Badge>
        </li>
      ))}
    </ul>
  );
}
