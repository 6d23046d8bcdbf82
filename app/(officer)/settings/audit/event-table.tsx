import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { AuditRow } from "@/lib/audit/queries";
import { placeOf } from "@/lib/audit/rules";
import { type AuditWords, factsOf, sentenceOf, shortened } from "@/lib/audit/words";

type Props = { rows: readonly AuditRow[]; names: ReadonlyMap<string, string>; words: AuditWords; timeZone: string };

const HEADS = ["at", "who", "what", "changed", "record"] as const;
const CELL = "py-1.5 pr-3 align-top";

/** Events in words: when, who, what, what it was about, and the way to the record. */
export function EventTable({ rows, names, words, timeZone }: Props) {
  const t = useTranslations("audit");
  const format = useFormatter();
  return (
    <section className="overflow-x-auto" aria-label={t("title")}>
      <table className="w-full min-w-[44rem] text-left text-sm">
        <thead className="border-line-2 border-b text-ink-3">
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="whitespace-nowrap py-1 pr-3 font-normal">
                {t(`heads.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line-2">
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={`${CELL} whitespace-nowrap tabular-nums`}>
                {format.dateTime(row.at, { timeZone, dateStyle: "short", timeStyle: "medium", hourCycle: "h23" })}
              </td>
              <td className={`${CELL} whitespace-nowrap`}>
                {row.officerId === null ? <span className="text-ink-3">{t("system")}</span> : (names.get(row.officerId) ?? "–")}
              </td>
              <td className={CELL} title={row.type}>
                {sentenceOf(row.type, words)}
              </td>
              <td className={`${CELL} text-ink-2`}>
                {factsOf(row.facts, names, words).map(([name, value]) => (
                  <span key={name} className="mr-2 inline-block max-w-[22rem] truncate align-bottom" title={value}>
                    {name} {shortened(value)}
                  </span>
                ))}
              </td>
              <td className={`${CELL} whitespace-nowrap`}>
                <RecordLink row={row} label={t("open")} />
                <span className="text-ink-3 text-xs" title={row.hash}>
                  {t("of", { seq: row.seq })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RecordLink({ row, label }: { row: AuditRow; label: string }) {
  const place = placeOf(row);
  return place ? (
    <Link href={place} prefetch={false} className="mr-2 text-info underline">
      {label}
    </Link>
  ) : null;
}
