import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { answerAddress } from "@/app/(officer)/standing-answers/addresses";
import { EmptyState } from "@/components/ui/empty-state";
import type { Asked, StandingNumbers } from "@/lib/standing-answers/numbers";

type Props = { account: string; answers: StandingNumbers["answers"] };

const COLUMNS = ["asked", "zero", "question", "share"] as const;
const NUMBER = "py-1.5 pl-3 text-right align-top tabular-nums max-md:pl-1";

/** Each answer with its rules beneath it: how often asked, and what the resident did who was not helped. */
export function AskedTable({ account, answers }: Props) {
  const t = useTranslations("standingAnswers");
  const underway = answers.reduce((sum, { asked, over }) => sum + asked - over, 0);
  if (answers.every(({ asked }) => asked === 0)) return <EmptyState title={t("numbers.none")}>{t("numbers.noneHint")}</EmptyState>;
  return (
    <>
      <table className="w-full table-fixed border-collapse text-left">
        <caption className="sr-only">{t("pages.numbers")}</caption>
        <thead>
          <tr className="border-line border-b align-bottom text-ink-3 text-sm">
            <th scope="col" className="py-1.5 font-normal">
              {t("numbers.name")}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`${NUMBER} w-32 font-normal max-md:w-[3.4rem]`}>
                {t(`numbers.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.flatMap(({ id, number, name, rules, ...asked }) => [
            <tr key={id} className="border-line-2 border-t">
              <th scope="row" className="py-1.5 align-top font-semibold">
                <Link href={answerAddress(account, id)} className="block min-h-6 hover:text-info">
                  {number === null ? name : t("numbered", { number, name })}
                </Link>
              </th>
              <Figures {...asked} />
            </tr>,
            ...rules.map(({ id: ruleId, rule, ...askedByRule }) => (
              <tr key={ruleId} className="text-ink-2 text-sm">
                <th scope="row" className="break-words py-1 pl-5 font-normal max-md:pl-2">
                  {rule ? `${t(`ruleKinds.${rule.kind}`)} ${rule.words.join(t("between"))}` : t("numbers.gone")}
                </th>
                <Figures {...askedByRule} />
              </tr>
            )),
          ])}
        </tbody>
      </table>
      {underway > 0 ? <p className="mt-2 text-ink-3 text-sm">{t("numbers.underway", { count: underway })}</p> : null}
    </>
  );
}

function Figures({ asked, over, zero, question }: Asked) {
  const t = useTranslations("standingAnswers.numbers");
  const format = useFormatter();
  return (
    <>
      {[asked, zero, question].map((count, place) => (
        <td key={COLUMNS[place]} className={NUMBER}>
          {format.number(count)}
        </td>
      ))}
      <td className={NUMBER}>{over === 0 ? t("noShare") : format.number((zero + question) / over, { style: "percent" })}</td>
    </>
  );
}
