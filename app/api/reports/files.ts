import { cookies } from "next/headers";
import { accountZones, listAccounts } from "@/lib/accounts/queries";
import type { SignedInOfficer } from "@/lib/officers/queries";
import { may } from "@/lib/officers/rules";
import { Refusal } from "@/lib/refusal";
import type { ReportParams } from "@/lib/reports/schema";
import type { Reader } from "@/lib/reports/sheets";
import { wordsOf } from "@/lib/reports/words";
import { now } from "@/lib/time/clock";
import { commonZone, dayOf } from "@/lib/time/zones";
import { LOCALE_COOKIE, localeOf } from "@/lib/web/locales";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** For whom a file is written, and what day it is by the first account's clock. @throws Refusal notAllowed: a colleague's figures */
export async function readerOf(
  officer: SignedInOfficer,
  params: Pick<ReportParams, "account" | "officer">,
): Promise<{ reader: Reader; today: string; alone: boolean }> {
  const alone = !may(officer.role, "reports.compareOfficers");
  if (alone && params.officer && params.officer !== officer.id) throw new Refusal("notAllowed");
  const [accounts, zones, jar] = await Promise.all([listAccounts(officer.scope), accountZones(officer.scope), cookies()]);
  const timeZone = commonZone(zones.values());
  const read = accounts.filter(({ slug }) => params.account.length === 0 || params.account.includes(slug));
  return {
    reader: { words: wordsOf(localeOf(jar.get(LOCALE_COOKIE)?.value)), timeZone, accounts: read },
    today: dayOf(now(), timeZone),
    alone,
  };
}

/** A file with its name, in whatever letters. `title`: what it holds; `period`: of which days. */
export function fileOf(body: BodyInit, format: keyof typeof TYPES, title: string, { from, to }: { from: string; to: string }): Response {
  const days = from === to ? from : `${from}_${to}`;
  const name = `${title} ${days}.${format}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_");
  return new Response(body, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="report-${days}.${format}"; filename*=UTF-8''${encoded(name)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** What is written as it comes, so that a long file begins at once and is never whole in memory. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** As RFC 5987 wants it. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
