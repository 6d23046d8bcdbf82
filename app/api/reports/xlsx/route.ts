import { fileOf, readerOf } from "@/app/api/reports/files";
import { rowsOf } from "@/lib/reports/listing";
import { readReport } from "@/lib/reports/report";
import { periodFilled, reportParams } from "@/lib/reports/schema";
import { MOST_ROWS, reportSheets } from "@/lib/reports/sheets";
import { workbookOf } from "@/lib/reports/workbook";
import { officerFile } from "@/lib/web/officer-route";

/** A report as a workbook, with its questions row by row. */
export const GET = officerFile("reports.read", reportParams, async (params, officer) => {
  const { reader, today, alone } = await readerOf(officer, params);
  const query = periodFilled(params, today);
  const [report, rows] = await Promise.all([
    readReport(officer.scope, query, alone ? officer.id : null),
    rowsOf(officer.scope, { ...query, measure: "opened", order: "newest" }, MOST_ROWS + 1),
  ]);
  const workbook = await workbookOf(reportSheets(report, rows, reader), reader.timeZone);
  return fileOf(new Uint8Array(workbook), "xlsx", reader.words.reports.sheets.report, query);
});
