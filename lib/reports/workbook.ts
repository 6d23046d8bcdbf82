import writeExcelFile, { type CellObject, type Sheet as ExcelSheet } from "write-excel-file/node";
import { DAY, SECOND } from "@/lib/time/rules";
import { shownAt } from "@/lib/time/zones";
import type { Sheet, SheetCell } from "./sheets";

const HEAD = { fontWeight: "bold", backgroundColor: "#e8f1fb" } as const;
const WIDTHS = { words: 18, figure: 12, moment: 20 } as const;
/** What Excel takes in one cell. */
const MOST_LETTERS = 32_767;

/** Sheets as an Excel workbook whose cells have their types: words are never formulas, shares and times can be reckoned with. */
export async function workbookOf(sheets: readonly Sheet[], timeZone: string): Promise<Buffer> {
  return writeExcelFile(sheets.map((sheet) => excelSheet(sheet, timeZone))).toBuffer();
}

function excelSheet({ name, heads, rows }: Sheet, timeZone: string): ExcelSheet<never> {
  return {
    sheet: name,
    data: [heads.map((value) => ({ value, type: String, ...HEAD })), ...rows.map((row) => row.map((cell) => excelCell(cell, timeZone)))],
    columns: heads.map((_, index) => ({ width: WIDTHS[widthOf(rows.find((row) => row[index] !== null)?.[index] ?? null)] })),
    stickyRowsCount: 1,
  };
}

function excelCell(cell: SheetCell, timeZone: string): CellObject | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") return { value: cell.slice(0, MOST_LETTERS), type: String };
  if ("count" in cell) return { value: cell.count, type: Number, format: "#,##0" };
  if ("share" in cell) return cell.share === null ? null : { value: cell.share, type: Number, format: "0.0%" };
  if ("seconds" in cell) return cell.seconds === null ? null : { value: (cell.seconds * SECOND) / DAY, type: Number, format: "[h]:mm:ss" };
  // Excel knows no zones: its figures are those that the zone's clocks show.
  return cell.moment && { value: shownAt(cell.moment, timeZone), type: Date, format: "yyyy-mm-dd hh:mm:ss" };
}

function widthOf(cell: SheetCell): keyof typeof WIDTHS {
  if (cell === null || typeof cell === "string") return "words";
  return "moment" in cell ? "moment" : "figure";
}
