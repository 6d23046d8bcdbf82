import { cookies } from "next/headers";
import { fileOf } from "@/app/api/reports/files";
import { listAccountClocks } from "@/lib/accounts/queries";
import { askedOf } from "@/lib/audit/asking";
import { exportTrail } from "@/lib/audit/export-trail";
import { namesIn } from "@/lib/audit/queries";
import { MOST_ROWS } from "@/lib/audit/rules";
import { auditFileParams } from "@/lib/audit/schema";
import { cellsOf, headsOf, lineOf } from "@/lib/audit/sheets";
import { wordsOf } from "@/lib/audit/words";
import { CSV_BEGIN, csvLine } from "@/lib/reports/csv";
import { csvOfCells, type SheetCell } from "@/lib/reports/sheets";
import { workbookOf } from "@/lib/reports/workbook";
import { now } from "@/lib/time/clock";
import { commonZone } from "@/lib/time/zones";
import { LOCALE_COOKIE, localeOf } from "@/lib/web/locales";
import { officerFile } from "@/lib/web/officer-route";

/** What was asked for of the audit trail, as a file to take home. Words in it are never formulas; that it was taken is told in the trail. */
export const GET = officerFile("audit.read", auditFileParams, async ({ format, ...params }, officer) => {
  const [accounts, jar] = await Promise.all([listAccountClocks(officer.scope), cookies()]);
  const { slug, ...query } = askedOf(params, accounts, now());
  const { rows, isCapped } = await exportTrail(query, format, officer);
  const words = wordsOf(localeOf(jar.get(LOCALE_COOKIE)?.value));
  const timeZone = accounts.find((account) => account.slug === slug)?.timeZone ?? commonZone(accounts.map((account) => account.timeZone));
  const reader = { words, names: await namesIn(rows), timeZone };
  const file = (body: BodyInit) => fileOf(body, format, `${words.title} ${slug}`, query);
  if (format === "jsonl") return file(rows.map((row) => lineOf(row, reader)).join(""));
  const capped: SheetCell[][] = isCapped ? [[words.capped.replace("{most}", String(MOST_ROWS))]] : [];
  const cells: SheetCell[][] = [...rows.map((row) => cellsOf(row, reader)), ...capped];
  const heads = headsOf(reader);
  if (format === "csv") return file([CSV_BEGIN, csvLine(heads), ...cells.map((row) => csvOfCells(row, timeZone))].join(""));
  return file(new Uint8Array(await workbookOf([{ name: words.title, heads, rows: cells }], timeZone)));
});
