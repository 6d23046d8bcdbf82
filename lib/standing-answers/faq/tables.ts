import { FAQ_ALIASES, FAQ_COLUMNS, FAQ_HEADS, type FaqColumn, type FaqFormat } from "./columns";
import { sheetCells } from "./workbook";

/** Why nothing of a file can be read: it is no text, no workbook, empty, has no column for names or for answers, or two for one thing. */
export type FaqFileFault = "notText" | "notWorkbook" | "empty" | "noHeads" | "headTwice" | "tooManyLines";
/** What stands in one line of a file, by column; `broken`: the line itself cannot be read. */
export type FaqLine = { line: number; cells: Partial<Record<FaqColumn, unknown>>; broken: boolean };

/** Lines of one file. */
const MOST_LINES = 500;
const MOST_COLUMNS = 100;
/** Lines of one file, empty ones among them: whoever counted all of a file of nothing else would keep everybody waiting. */
const MOST_ROWS = 5_000;
/** By it Excel knows that a file is UTF-8. */
const BEGIN = /^\uFEFF/;
/** An apostrophe that keeps a spreadsheet from calculating what follows. */
const GUARDED = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/** The lines of a file under its heads, which may stand in any order and beside others. Its first line has the number 1. */
export function faqLinesIn(format: FaqFormat, bytes: Uint8Array): FaqLine[] | FaqFileFault {
  const lines = format === "jsonl" ? jsonLines(bytes) : tableLines(format === "csv" ? csvCells(bytes) : sheetCells(bytes, MOST_LINES + 2));
  if (typeof lines === "string") return lines;
  if (lines.length === 0) return "empty";
  return lines.length > MOST_LINES ? "tooManyLines" : lines;
}

function jsonLines(bytes: Uint8Array): FaqLine[] | FaqFileFault {
  const text = textOf(bytes);
  if (text === null) return "notText";
  const all = text.split("\n", MOST_ROWS + 1);
  if (all.length > MOST_ROWS) return "tooManyLines";
  return all.flatMap((words, index) => {
    if (words.trim() === "") return [];
    const given = parsed(words);
    const cells = given ? Object.fromEntries(FAQ_COLUMNS.map((column) => [column, given[column]])) : {};
    return [{ line: index + 1, cells, broken: given === null }];
  });
}

function parsed(words: string): Record<string, unknown> | null {
  try {
    const given: unknown = JSON.parse(words);
    return typeof given === "object" && given !== null && !Array.isArray(given) ? (given as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function tableLines(table: { line: number; cells: unknown[]; broken: boolean }[] | FaqFileFault): FaqLine[] | FaqFileFault {
  if (typeof table === "string") return table;
  const [first, ...rest] = table;
  if (!first) return "empty";
  const heads = first.cells.slice(0, MOST_COLUMNS).map(columnOf);
  if (!heads.includes("name") || !heads.includes("text")) return "noHeads";
  const known = heads.filter((head) => head !== null);
  if (new Set(known).size < known.length) return "headTwice";
  return rest
    .filter(({ cells, broken }) => broken || cells.some((cell) => cell !== ""))
    .map(({ line, cells, broken }) => ({
      line,
      cells: Object.fromEntries(heads.flatMap((column, index) => (column === null ? [] : [[column, cells[index] ?? ""]]))),
      broken,
    }));
}

function columnOf(head: unknown): FaqColumn | null {
  const words = String(head).trim().toLowerCase();
  const named = (column: FaqColumn) => [...Object.values(FAQ_HEADS[column]), ...(FAQ_ALIASES[column] ?? [])];
  return FAQ_COLUMNS.find((column) => named(column).some((name) => name.toLowerCase() === words)) ?? null;
}

/** RFC 4180, with what else spreadsheets write: semicolons or tabs between, other ends of lines. */
function csvCells(bytes: Uint8Array): { line: number; cells: string[]; broken: boolean }[] | FaqFileFault {
  const text = textOf(bytes);
  if (text === null) return "notText";
  const between = [",", "\t", ";"].find((mark) => (text.split(/\r\n|[\r\n]/, 1)[0] ?? "").includes(mark)) ?? ",";
  const piece = new RegExp(`"((?:[^"]|"")*)"|([^"${between}\\r\\n][^${between}\\r\\n]*)|(${between})|(\\r\\n|\\r|\\n)|(")`, "g");
  const rows = [{ line: 1, cells: [""], broken: false }];
  let line = 1;
  for (const [whole, quoted, bare, isNext, isEnd, isOpen] of text.matchAll(piece)) {
    if (rows.length > MOST_ROWS) return "tooManyLines";
    const row = rows.at(-1) as (typeof rows)[number];
    if (isEnd !== undefined) rows.push({ line: line + 1, cells: [""], broken: false });
    else if (isNext !== undefined && row.cells.length > MOST_COLUMNS) continue;
    else if (isNext !== undefined) row.cells.push("");
    else if (isOpen !== undefined) row.broken = true;
    else row.cells[row.cells.length - 1] += (quoted?.replaceAll('""', '"') ?? bare ?? "").replace(GUARDED, "");
    line += whole.match(/\r\n|[\r\n]/g)?.length ?? 0;
  }
  return rows;
}

/** Excel in China saves GB 18030 where nobody asks for UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes).replace(BEGIN, "");
      return text.includes("\0") ? null : text;
    } catch {}
  }
  return null;
}
