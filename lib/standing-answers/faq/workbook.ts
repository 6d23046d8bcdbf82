import { inflateRawSync } from "node:zlib";
import { XMLParser } from "fast-xml-parser";

/** Bytes of one unpacked file: a small archive may hold a huge one. */
const MOST_BYTES = 4 * 1_024 * 1_024;
/** A place may lie in the eighteen thousandth column of an empty sheet. */
const MOST_COLUMNS = 100;
const [CENTRAL, LOCAL] = ["PK\x01\x02", "PK\x03\x04"];
const LONGEST_HEAD = 46;

type Cell = { "@r"?: string; "@t"?: string; v?: Said; is?: Said };
type Row = { "@r"?: string; c?: Cell[] };
/** Words with marks around them, or in pieces of several looks. */
type Said = string | { t?: Said; "#text"?: string; r?: { t?: Said }[] };

const reader = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  trimValues: false,
  removeNSPrefix: true,
  isArray: (name) => ["row", "c", "si", "r", "sheet", "Relationship"].includes(name),
});

/** At most so many rows of the first sheet of an Excel workbook: words as words, figures as numbers, nothing as "". */
export function sheetCells(
  archive: Uint8Array,
  most: number,
): { line: number; cells: (string | number)[]; broken: boolean }[] | "notWorkbook" {
  try {
    const files = filesOf(Buffer.from(archive));
    const shared = read<{ sst?: { si?: Said[] } }>(files, "xl/sharedStrings.xml")?.sst?.si ?? [];
    const sheet = read<{ worksheet?: { sheetData?: { row?: Row[] } } }>(files, firstSheet(files));
    if (!sheet?.worksheet) return "notWorkbook";
    return (sheet.worksheet.sheetData?.row ?? []).slice(0, most).map((row, index) => {
      const cells: (string | number)[] = [];
      for (const [place, cell] of (row.c ?? []).slice(0, MOST_COLUMNS).entries()) {
        const column = columnOf(cell["@r"]) ?? place;
        if (column < MOST_COLUMNS) cells[column] = cellWords(cell, shared);
      }
      return { line: Number(row["@r"] ?? index + 1), cells: Array.from(cells, (cell) => cell ?? ""), broken: false };
    });
  } catch {
    return "notWorkbook";
  }
}

/** The sheet that is shown first has any name inside. */
function firstSheet(files: ReadonlyMap<string, () => string>): string {
  type Book = { workbook?: { sheets?: { sheet?: { "@id"?: string }[] } } };
  type Links = { Relationships?: { Relationship?: { "@Id"?: string; "@Target"?: string }[] } };
  const id = read<Book>(files, "xl/workbook.xml")?.workbook?.sheets?.sheet?.[0]?.["@id"];
  const links = read<Links>(files, "xl/_rels/workbook.xml.rels")?.Relationships?.Relationship ?? [];
  const target = links.find((link) => link["@Id"] === id)?.["@Target"] ?? "worksheets/sheet1.xml";
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function read<Document>(files: ReadonlyMap<string, () => string>, name: string): Document | null {
  const unpack = files.get(name);
  const text = unpack?.();
  // A workbook declares nothing; what does may unfold without end.
  if (text && /<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new RangeError("a declaration in a workbook");
  return text === undefined ? null : (reader.parse(text) as Document);
}

function cellWords(cell: Cell, shared: readonly Said[]): string | number {
  if (cell["@t"] === "inlineStr") return wordsOf(cell.is);
  const value = wordsOf(cell.v);
  if (cell["@t"] === "s") return wordsOf(shared[Number(value)]);
  return cell["@t"] === undefined || cell["@t"] === "n" ? (value === "" ? "" : Number(value)) : value;
}

function wordsOf(said: Said | undefined): string {
  if (said === undefined) return "";
  if (typeof said === "string") return said;
  return said.r ? said.r.map(({ t }) => wordsOf(t)).join("") : (said["#text"] ?? wordsOf(said.t));
}

/** The column of a place like BC12, from 0. */
function columnOf(place: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place ?? "")?.[0];
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The files of a zip archive by its central directory; each is unpacked when it is asked for. */
function filesOf(archive: Buffer): Map<string, () => string> {
  const files = new Map<string, () => string>();
  for (let at = archive.indexOf(CENTRAL, 0, "latin1"); at >= 0; at = archive.indexOf(CENTRAL, at + LONGEST_HEAD, "latin1")) {
    const name = archive.toString("utf8", at + LONGEST_HEAD, at + LONGEST_HEAD + archive.readUInt16LE(at + 28));
    const [method, size, local] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
    files.set(name, () => {
      if (archive.toString("latin1", local, local + 4) !== LOCAL) throw new RangeError("no file of an archive");
      const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(begin, begin + size);
      return (method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: MOST_BYTES })).toString("utf8");
    });
  }
  return files;
}
