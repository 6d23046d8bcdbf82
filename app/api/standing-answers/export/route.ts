import { cookies } from "next/headers";
import { z } from "zod";
import { fileOf } from "@/app/api/reports/files";
import { listAccountClocks } from "@/lib/accounts/queries";
import { Refusal } from "@/lib/refusal";
import { CSV_BEGIN, csvLine } from "@/lib/reports/csv";
import { csvOfCells, type SheetCell } from "@/lib/reports/sheets";
import { workbookOf } from "@/lib/reports/workbook";
import { FAQ_FORMATS } from "@/lib/standing-answers/faq/columns";
import { faqLines, faqTable } from "@/lib/standing-answers/faq/rows";
import { listAnswersInFull } from "@/lib/standing-answers/queries";
import { now } from "@/lib/time/clock";
import { dayOf } from "@/lib/time/zones";
import { LOCALE_COOKIE, localeOf } from "@/lib/web/locales";
import { officerFile } from "@/lib/web/officer-route";

const TITLES = { "zh-CN": "常备答复", en: "Standing answers" };
const params = z.object({ account: z.string(), format: z.enum(FAQ_FORMATS) });

/** All standing answers of an account, as a file to take home. Words in it are never formulas. */
export const GET = officerFile("inbox.read", params, async ({ account: slug, format }, officer) => {
  const accounts = await listAccountClocks(officer.scope);
  const account = accounts.find((one) => one.slug === slug);
  if (!account) throw new Refusal("accountNotFound");
  const { id, name, timeZone } = account;
  const [answers, jar] = await Promise.all([listAnswersInFull(officer.scope, id), cookies()]);
  const language = localeOf(jar.get(LOCALE_COOKIE)?.value);
  const today = dayOf(now(), timeZone);
  const file = (body: BodyInit) => fileOf(body, format, `${TITLES[language]} ${name}`, { from: today, to: today });
  if (format === "jsonl") return file([...faqLines(answers)].join(""));
  const { heads, rows } = faqTable(answers, language, timeZone);
  const cells = rows.map((row) => row.map((cell): SheetCell => (typeof cell === "number" ? { count: cell } : cell)));
  if (format === "csv") return file([CSV_BEGIN, csvLine(heads), ...cells.map((row) => csvOfCells(row, timeZone))].join(""));
  return file(new Uint8Array(await workbookOf([{ name: TITLES[language], heads, rows: cells }], timeZone)));
});
