import { shownAt } from "@/lib/time/zones";
import { type CsvCell, csvLine } from "./csv";
import { share } from "./figures";
import type { Report } from "./report";
import type { DrillRow, Numbers } from "./results";
import { MEASURES, type Measure } from "./rules";
import type { Words } from "./words";

/** A cell by what it is: words, a count, a share between 0 and 1, seconds, an instant. */
export type SheetCell = string | null | { count: number } | { share: number | null } | { seconds: number | null } | { moment: Date | null };
export type Sheet = { name: string; heads: string[]; rows: SheetCell[][] };
/** For whom a file is written: in which words, and by which clock. */
export type Reader = { words: Words; timeZone: string; accounts: readonly { id: string; name: string }[] };

/** No file has more rows than these, beneath its heads. */
export const MOST_ROWS = 50_000;

/** A whole report as sheets: the numbers, each day, each officer, each kind, what was late, and its questions row by row. */
export function reportSheets(report: Report, rows: readonly DrillRow[], reader: Reader): Sheet[] {
  const { words } = reader;
  const { sheets, officers, breaches, daily } = words.reports;
  return [
    summarySheet(report, reader),
    {
      name: sheets.days,
      heads: [daily.grains.day, daily.opened, daily.within10, daily.attained, daily.late, words.reports.backlog.open],
      rows: report.days.map(({ day, counts, rates }) => [
        day,
        { count: counts.opened },
        { count: counts.within10 },
        { share: rates.within10 },
        { count: counts.late },
        { count: report.backlog.find((row) => row.day === day)?.backlog ?? 0 },
      ]),
    },
    {
      name: sheets.officers,
      heads: groupHeads(officers.heads.name, words),
      rows: report.officers.map((row) => [row.name ?? officers.nobody, ...groupCells(row)]),
    },
    {
      name: sheets.kinds,
      heads: groupHeads(words.reports.groups.heads.kinds, words),
      rows: report.kinds.map((row) => [words.questionKinds[row.key], ...groupCells(row)]),
    },
    {
      name: sheets.breaches,
      heads: [breaches.title, words.reports.spreads.milestone, sheets.count],
      rows: report.breaches.map((row) => [breaches.reasons[row.reason], breaches.milestones[row.milestone], { count: row.count }]),
    },
    rowSheet(rows, reader),
  ];
}

/** The rows behind a number. */
export function rowSheet(rows: readonly DrillRow[], reader: Reader): Sheet {
  const { words } = reader;
  const capped: SheetCell[][] = rows.length > MOST_ROWS ? [[words.reports.sheets.capped]] : [];
  return {
    name: words.reports.sheets.rows,
    heads: rowHeads(words),
    rows: [...rows.slice(0, MOST_ROWS).map((row) => rowCells(row, reader)), ...capped],
  };
}

/** The heads over rowCells(). */
export function rowHeads(words: Words): string[] {
  const { heads, outside, urgent } = words.reports.rows;
  const { account, mark } = words.reports.sheets;
  const kind = words.reports.filters.kind;
  return [
    heads.number,
    account,
    mark,
    heads.at,
    heads.dueAt,
    heads.doneAt,
    heads.minutes,
    heads.officer,
    kind,
    heads.matter,
    urgent,
    outside,
    heads.reason,
  ];
}

/** One row behind a number. */
export function rowCells(row: DrillRow, { words, accounts }: Reader): SheetCell[] {
  const { sheets, breaches } = words.reports;
  const matter = row.cluster ? [row.cluster.place, row.cluster.matter].filter(Boolean).join(" · ") : (row.topic?.name ?? "");
  return [
    row.number,
    accounts.find(({ id }) => id === row.accountId)?.name ?? "",
    row.mark,
    { moment: row.at },
    { moment: row.dueAt },
    { moment: row.doneAt },
    { seconds: row.seconds },
    row.officer?.name ?? "",
    words.questionKinds[row.kind],
    matter,
    row.urgent ? sheets.yes : "",
    row.outside ? sheets.yes : "",
    row.reason ? breaches.reasons[row.reason] : "",
  ];
}

/** Sheets one under the other, each under its name, as lines of a CSV file. */
export function* csvOfSheets(sheets: readonly Sheet[], timeZone: string): Generator<string> {
  for (const { name, heads, rows } of sheets) {
    yield csvLine([name]) + csvLine(heads);
    for (const row of rows) yield csvOfCells(row, timeZone);
    yield "\r\n";
  }
}

/** A row as one line of a CSV file: shares as 0.9781, times in seconds, instants by the account's clock. */
export function csvOfCells(cells: readonly SheetCell[], timeZone: string): string {
  return csvLine(cells.map((cell) => csvCell(cell, timeZone)));
}

/** An instant by a zone's clock, as 2026-11-22 14:05:09. */
function localText(instant: Date, timeZone: string): string {
  return shownAt(instant, timeZone).toISOString().slice(0, 19).replace("T", " ");
}

function csvCell(cell: SheetCell, timeZone: string): CsvCell {
  if (cell === null || typeof cell === "string") return cell;
  if ("count" in cell) return cell.count;
  if ("share" in cell) return cell.share === null ? null : Math.round(cell.share * 10_000) / 10_000;
  if ("seconds" in cell) return cell.seconds;
  return cell.moment && localText(cell.moment, timeZone);
}

function summarySheet({ query, summary }: Report, { words, accounts }: Reader): Sheet {
  const { sheets, cards, rates, spreads, rows } = words.reports;
  const [now, before] = [summary.numbers, summary.compared?.numbers ?? null];
  const line = (item: string, cellOf: (numbers: Numbers) => SheetCell): SheetCell[] => [item, cellOf(now), before && cellOf(before)];
  const days = ({ from, to }: { from: string; to: string }) => `${from} – ${to}`;
  const headline = {
    ...{ within10: cards.within10, within3: cards.within3, answered: cards.answered },
    ...{ answersOnTime: cards.answersOnTime, promisesKept: cards.promises },
  };
  return {
    name: sheets.summary,
    heads: [sheets.item, sheets.value, sheets.before],
    rows: [
      [sheets.period, days(query), summary.compared && days(summary.compared.period)],
      [sheets.accounts, accounts.map(({ name }) => name).join("、"), null],
      ...Object.entries(headline).map(([rate, item]) => line(item, (numbers) => ({ share: numbers.rates[rate as keyof typeof headline] }))),
      ...Object.entries(rates.names).map(([rate, item]) =>
        line(item, (numbers) => ({ share: numbers.rates[rate as keyof typeof rates.names] })),
      ),
      ...(["first", "answer", "next"] as const).flatMap((milestone) =>
        (["median", "p90", "p99"] as const).map((at) =>
          line(`${spreads.names[milestone]} ${spreads[at]}`, (numbers) => ({ seconds: numbers.spreads[milestone][at] })),
        ),
      ),
      ...MEASURES.map((measure: Measure) => line(rows.measures[measure], (numbers) => ({ count: numbers.counts[measure] }))),
    ],
  };
}

function groupHeads(first: string, { reports }: Words): string[] {
  const { opened, responded, answered, median, p90, within10, within3, late, answeredRate } = reports.officers.heads;
  return [first, opened, responded, answered, median, p90, within10, within3, late, answeredRate];
}

function groupCells({ counts, first }: Report["kinds"][number] | Report["officers"][number]): SheetCell[] {
  return [
    { count: counts.opened },
    { count: counts.responded },
    { count: counts.answered },
    { seconds: first.median },
    { seconds: first.p90 },
    { share: share(counts.within10, counts.owed) },
    { share: share(counts.within3, counts.owed) },
    { count: counts.late },
    { share: share(counts.answered, counts.opened) },
  ];
}
