/** What stands in a cell: words, a figure, or nothing. */
export type CsvCell = string | number | null;

/** By it Excel knows that the file is UTF-8. */
export const CSV_BEGIN = "\uFEFF";

/** What a spreadsheet takes for the beginning of a formula, in half and full width, or skips before it looks for one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One line of a CSV file (RFC 4180) with its end: figures bare, words quoted, and no words that a spreadsheet would calculate. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const words = cell.replaceAll("\0", "");
  return `"${(FORMULA.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`;
}
