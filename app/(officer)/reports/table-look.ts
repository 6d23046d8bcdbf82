/** How tables of a report look: figures to the right, one line a row. */
export const TABLE = "mt-1 w-full border-collapse text-sm print:text-xs [&_tbody_tr]:border-line-2 [&_tbody_tr]:border-b";
export const HEAD = "whitespace-nowrap border-line border-b py-1 pr-2 text-left font-medium text-ink-3 last:pr-0";
/** The heads of a table with many columns: long names take a second line rather than the last column's place, and no word is broken for it. */
export const NARROW_HEAD = HEAD.replace("whitespace-nowrap", "wrap-normal align-bottom");
export const NUMBER = "whitespace-nowrap py-1.5 pr-2 text-right tabular-nums last:pr-0";
