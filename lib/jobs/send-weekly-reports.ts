import { readAccountName } from "@/lib/accounts/queries";
import { env } from "@/lib/env";
import { sendMail } from "@/lib/mail/send-mail";
import { scopeOf } from "@/lib/officers/scope";
import { reportDefect } from "@/lib/report-defect";
import { beginWeeklySending } from "@/lib/reports/begin-weekly-sending";
import { type ClaimedWeekly, claimWeeklyReport } from "@/lib/reports/claim-weekly-report";
import { letterOf } from "@/lib/reports/letter";
import { rowsOf } from "@/lib/reports/listing";
import { showProgress } from "@/lib/reports/progress";
import { queueWeeklyReports } from "@/lib/reports/queue-weekly-reports";
import { readReport } from "@/lib/reports/report";
import { settleWeeklyReport, type WeeklyOutcome } from "@/lib/reports/settle-weekly-report";
import { reportSheets } from "@/lib/reports/sheets";
import { wordsOf } from "@/lib/reports/words";
import { workbookOf } from "@/lib/reports/workbook";
import { now } from "@/lib/time/clock";
import { MINUTE } from "@/lib/time/rules";
import { isStopping } from "./every";
import { untilReported } from "./until-reported";

const MAIL_TIMEOUT = MINUTE;
/** A mail that is too big is taken by nobody; the desk lists them all. */
const MOST_ROWS_MAILED = 10_000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Queues what the plans owe by now, and makes and mails what is due, one after the other. @returns how many were tried */
export async function sendWeeklyReports(at: () => Date = now): Promise<number> {
  await queueWeeklyReports(at());
  let tried = 0;
  while (!isStopping()) {
    const run = await claimWeeklyReport(at());
    if (!run) break;
    const outcome = run.lost ? UNKNOWN : await madeAndSent(run, at);
    if (outcome) await untilReported(() => settleWeeklyReport(run, outcome, at()));
    tried += 1;
  }
  return tried;
}

const UNKNOWN = { kind: "failed", problem: "unknown", detail: null, retry: false } satisfies WeeklyOutcome;

/** Null: another worker has it now. */
async function madeAndSent(run: ClaimedWeekly, at: () => Date): Promise<WeeklyOutcome | null> {
  let mail: Parameters<typeof sendMail>[0];
  try {
    const made = await make(run);
    if (!(await beginWeeklySending(run, made.numbers, at()))) return null;
    mail = made.mail;
  } catch (error) {
    reportDefect("worker: a weekly report", error);
    return { kind: "failed", problem: "unexpected", detail: null, retry: true };
  }
  const outcome = await sendMail(mail, { url: env.SMTP_URL, from: env.MAIL_FROM, timeoutMs: MAIL_TIMEOUT });
  if (outcome.kind === "sent") return outcome;
  // Sent once more, it might be there twice.
  if (outcome.perhaps) return { ...UNKNOWN, detail: outcome.code };
  return { kind: "failed", problem: outcome.code, detail: outcome.detail, retry: outcome.retry };
}

async function make(run: ClaimedWeekly) {
  const scope = scopeOf([run.accountId]);
  const account = await readAccountName(scope);
  const query = { ...run.week, account: [], compare: "previous" as const };
  const report = await readReport(scope, query);
  await showProgress(run, 30);
  const rows = await rowsOf(scope, { ...query, measure: "opened", order: "newest" }, MOST_ROWS_MAILED);
  await showProgress(run, 50);
  const words = wordsOf(run.language);
  const sheets = reportSheets(report, rows, { words, timeZone: account.timeZone, accounts: [account] });
  const content = await workbookOf(sheets, account.timeZone);
  await showProgress(run, 70);
  const { from, to } = run.week;
  const letter = letterOf(report, account.name, words, `${env.JIDA_BASE_URL}/reports?account=${account.slug}&from=${from}&to=${to}`);
  const { counts, rates } = report.summary.numbers;
  return {
    numbers: { opened: counts.opened, within10: rates.within10, answered: rates.answered, late: counts.late },
    mail: {
      to: run.recipients,
      ...letter,
      // The same at every try, so that a mailbox knows it again.
      messageId: `<${run.id}@${new URL(env.JIDA_BASE_URL).hostname}>`,
      attachments: [{ filename: `${words.reports.sheets.report} ${from}_${to}.xlsx`, content, contentType: XLSX }],
    },
  };
}
