import { fileOf, readerOf } from "@/app/api/reports/files";
import { rowsOf } from "@/lib/reports/listing";
import { drillParams, periodFilled } from "@/lib/reports/schema";
import { MOST_ROWS, rowSheet } from "@/lib/reports/sheets";
import { workbookOf } from "@/lib/reports/workbook";
import { officerFile } from "@/lib/web/officer-route";

/** The rows behind a number as a workbook. */
export const GET = officerFile("reports.read", drillParams, async (params, officer) => {
  const { reader, today } = await readerOf(officer, params);
  const query = periodFilled(params, today);
  const rows = await rowsOf(officer.scope, query, MOST_ROWS + 1);
  const workbook = await workbookOf([rowSheet(rows, reader)], reader.timeZone);
  const title = `${reader.words.reports.rows.measures[query.measure]} ${reader.words.reports.sheets.rows}`;
  return fileOf(new Uint8Array(workbook), "xlsx", title, query);
});
