import { fileOf, readerOf, streamOf } from "@/app/api/reports/files";
import type { Scope } from "@/lib/officers/scope";
import { CSV_BEGIN, csvLine } from "@/lib/reports/csv";
import { pagesOf } from "@/lib/reports/listing";
import { type DrillQuery, drillParams, periodFilled } from "@/lib/reports/schema";
import { csvOfCells, MOST_ROWS, type Reader, rowCells, rowHeads } from "@/lib/reports/sheets";
import { officerFile } from "@/lib/web/officer-route";

/** The rows behind a number, as many as a file may have; one line more says so where there were more. */
export const GET = officerFile("reports.read", drillParams, async (params, officer) => {
  const { reader, today } = await readerOf(officer, params);
  const query = periodFilled(params, today);
  const title = `${reader.words.reports.rows.measures[query.measure]} ${reader.words.reports.sheets.rows}`;
  return fileOf(streamOf(lines(officer.scope, query, reader)), "csv", title, query);
});

async function* lines(scope: Scope, query: DrillQuery, reader: Reader): AsyncGenerator<string> {
  yield CSV_BEGIN + csvLine(rowHeads(reader.words));
  let written = 0;
  for await (const page of pagesOf(scope, query, MOST_ROWS + 1)) {
    const rows = page.slice(0, MOST_ROWS - written);
    yield rows.map((row) => csvOfCells(rowCells(row, reader), reader.timeZone)).join("");
    written += rows.length;
    if (rows.length < page.length) yield csvLine([reader.words.reports.sheets.capped]);
  }
}
