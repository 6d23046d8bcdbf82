import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Report } from "@/lib/reports/report";
import type { Tallied } from "@/lib/reports/results";
import { type DrillCell, drillHref } from "./address";
import { CountLink, Lasting, Share } from "./figure";
import { HEAD, NUMBER, TABLE } from "./table-look";

type Line = Tallied & { id: string; name: ReactNode; median?: number | null; cell: Partial<DrillCell> };

/** The same figures by kind, by matter, by topic and by account. */
export function GroupTables({ report: { query, kinds, clusters, topics, accounts } }: { report: Report }) {
  const t = useTranslations("reports.groups");
  const kindWords = useTranslations("questionKinds");
  const tables: { name: "kinds" | "clusters" | "topics" | "accounts"; lines: Line[]; shown: boolean }[] = [
    {
      name: "kinds",
      lines: kinds.map((row) => ({ ...row, id: row.key, name: kindWords(row.key), median: row.first.median, cell: { kind: row.key } })),
      shown: true,
    },
    {
      name: "clusters",
      lines: clusters.map((row) => ({
        ...row,
        id: row.key,
        name: row.place && row.matter ? t("cluster", { place: row.place, matter: row.matter }) : row.place || row.matter || "–",
        cell: { cluster: row.key },
      })),
      shown: true,
    },
    {
      name: "topics",
      lines: topics.map((row) => ({
        ...row,
        id: row.key ?? "none",
        name: row.name ?? t("noTopic"),
        median: row.first.median,
        cell: { topic: row.key ?? "none" },
      })),
      shown: topics.some(({ key }) => key !== null),
    },
    {
      name: "accounts",
      lines: accounts.map((row) => ({ ...row, id: row.key, name: row.name, median: row.first.median, cell: { account: [row.slug] } })),
      shown: accounts.length > 1,
    },
  ];
  return tables
    .filter(({ shown }) => shown)
    .map(({ name, lines }) => (
      <section key={name} aria-label={t(`titles.${name}`)} className="report-panel self-start lg:col-span-6 print:col-span-full">
        <h2 className="font-semibold">{t(`titles.${name}`)}</h2>
        {lines.length === 0 ? (
          <p className="text-ink-2">{t("none")}</p>
        ) : (
          <GroupTable lines={lines} head={t(`heads.${name}`)} query={query} />
        )}
      </section>
    ));
}

function GroupTable({ lines, head, query }: { lines: Line[]; head: string; query: Report["query"] }) {
  const t = useTranslations("reports.groups");
  const timed = lines.some(({ median }) => median !== undefined);
  return (
    <div className="relative overflow-x-auto">
      <table className={TABLE}>
        <thead>
          <tr>
            <th className={HEAD}>{head}</th>
            <th className={`${HEAD} text-right`}>{t("opened")}</th>
            {timed ? <th className={`${HEAD} text-right`}>{t("median")}</th> : null}
            <th className={`${HEAD} text-right`}>{t("within10")}</th>
            <th className={`${HEAD} text-right`}>{t("late")}</th>
            <th className={`${HEAD} text-right`}>{t("answered")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, counts, rates, median, cell }) => (
            <tr key={id}>
              <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                {name}
              </th>
              <td className={NUMBER}>
                <CountLink href={drillHref(query, { ...cell, measure: "opened" })} value={counts.opened} />
              </td>
              {timed ? (
                <td className={NUMBER}>
                  <Lasting seconds={median ?? null} />
                </td>
              ) : null}
              <td className={NUMBER}>
                <Share value={rates.within10} />
              </td>
              <td className={NUMBER}>
                <CountLink href={drillHref(query, { ...cell, measure: "late" })} value={counts.late} />
              </td>
              <td className={NUMBER}>
                <Share value={rates.answered} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
