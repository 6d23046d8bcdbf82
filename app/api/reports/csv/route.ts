import { fileOf, readerOf } from "@/app/api/reports/files";
import { CSV_BEGIN } from "@/lib/reports/csv";
import { readReport } from "@/lib/reports/report";
import { periodFilled, reportParams } from "@/lib/reports/schema";
import { csvOfSheets, reportSheets } from "@/lib/reports/sheets";
import { officerFile } from "@/lib/web/officer-route";

/** A report's tables one under the other. Its rows are a file of their own: see rows/csv. */
export const GET = officerFile("reports.read", reportParams, async (params, officer) => {
  const { reader, today, alone } = await readerOf(officer, params);
  const query = periodFilled(params, today);
  const report = await readReport(officer.scope, query, alone ? officer.id : null);
  const tables = reportSheets(report, [], reader).slice(0, -1);
  return fileOf(CSV_BEGIN + [...csvOfSheets(tables, reader.timeZone)].join(""), "csv", reader.words.reports.sheets.report, query);
});
