import { DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";

/** A value of a row; an array is one of texts. */
export type Cell = string | number | boolean | null | undefined | readonly string[];

/** Rows of one table in COPY's text form, in whole pieces of a good size. */
export type Sheet = {
  table: string;
  columns: readonly string[];
  add: (cells: readonly Cell[]) => void;
  pieces: () => Buffer[];
  rows: () => number;
};

const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
let today = { day: 0, date: "1970-01-01" };

const PIECE = 64 * 1024;
const SPECIAL = /[\\\t\n\r]/;
const ESCAPED: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

export function sheetFor(table: string, columns: readonly string[]): Sheet {
  let waiting = "";
  let pieces: Buffer[] = [];
  let rows = 0;
  const cut = () => {
    if (waiting !== "") pieces.push(Buffer.from(waiting));
    waiting = "";
  };
  return {
    table,
    columns,
    add: (cells) => {
      for (let index = 0; index < cells.length; index += 1) waiting += (index === 0 ? "" : "\t") + written(cells[index]);
      waiting += "\n";
      rows += 1;
      if (waiting.length > PIECE) cut();
    },
    /** What was added since the last call. */
    pieces: () => {
      cut();
      const taken = pieces;
      pieces = [];
      return taken;
    },
    rows: () => rows,
  };
}

/** An instant in milliseconds as PostgreSQL reads it. Millions of them are written: only the day is left to Date. */
export function instant(at: number | null | undefined): string | null {
  if (at === null || at === undefined) return null;
  const day = Math.floor(at / DAY);
  if (day !== today.day) today = { day, date: new Date(at).toISOString().slice(0, 10) };
  const rest = at - day * DAY;
  const [hours, minutes, seconds] = [Math.floor(rest / HOUR), Math.floor(rest / MINUTE) % 60, Math.floor(rest / SECOND) % 60];
  const time = `${TWO[hours]}:${TWO[minutes]}:${TWO[seconds]}.${String(rest % SECOND).padStart(3, "0")}`;
  return `${today.date}T${time}Z`;
}

function written(cell: Cell): string {
  if (typeof cell === "string") return SPECIAL.test(cell) ? cell.replace(/[\\\t\n\r]/g, (one) => ESCAPED[one] ?? one) : cell;
  if (cell === null || cell === undefined) return "\\N";
  if (typeof cell === "object") return `{${cell.map((text) => `"${text}"`).join(",")}}`;
  return typeof cell === "boolean" ? (cell ? "t" : "f") : String(cell);
}
