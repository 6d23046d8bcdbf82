import path from "node:path";
import { isTest, type Source, STEPS } from "./source-tree";

/** Named like verbs, but they only read, more than queries.ts has room for. */
const READERS = ["lib/questions/program-questions.ts"];
/** Writes its event inside its one SQL statement, because intake is the hot path. */
const RECORDS_IN_SQL: Record<string, string> = { "lib/intake/receive-message.ts": "message.received" };
/** Domains that act without a trace: who looks at what changes with every key, is worth nothing a minute later, and is nobody's business next year. */
const SILENT = ["presence"];
/**
 * Events that two verbs record: an end that comes before sending, or by silence, and one that WeChat's answer brings; what is told of
 * questions, and of the desk itself.
 */
export const SHARED: Record<string, string[]> = {
  "alarm.ended": [
    "lib/alarms/end-alarms.ts",
    "lib/alarms/watch-accounts.ts",
    "lib/alarms/watch-answers.ts",
    "lib/alarms/watch-media.ts",
    "lib/alarms/watch-subscribers.ts",
  ],
  "alarm.raised": [
    "lib/alarms/raise-escalations.ts",
    "lib/alarms/watch-accounts.ts",
    "lib/alarms/watch-answers.ts",
    "lib/alarms/watch-media.ts",
    "lib/alarms/watch-subscribers.ts",
  ],
  "reply.failed": ["lib/replies/claim-reply.ts", "lib/replies/mark-failed.ts"],
  "ratingRequest.unknown": ["lib/ratings/expire-requests.ts", "lib/ratings/report-request.ts"],
  "reply.unknown": ["lib/replies/expire-leases.ts", "lib/replies/mark-unknown.ts"],
};
/** The seed is no domain, and leaves its mark in the trail all the same. */
const OUTSIDE: Record<string, string[]> = { "demo.seeded": ["prisma/demo.ts"] };

/** Writes a made-up past, with the events that verbs would have left in it. */
const MADE_UP = "prisma/large-town/";
const RECORDS = /\brecord(All)?\(/;

/** Verbs without a test beside them that imports them, or that record nothing. */
export function incompleteVerbs(files: Source[]): string[] {
  return files.filter(isVerb).flatMap(({ path: file, text }) => {
    const cover = files.find((other) => other.path === file.replace(/\.ts$/, ".test.ts"));
    const covered = cover?.text.includes(`from "./${path.basename(file, ".ts")}"`);
    const records = RECORDS.test(text) || sqlRecords(files, RECORDS_IN_SQL[file]);
    return [...(covered ? [] : [`${file} has no test that imports it`]), ...(records ? [] : [`${file} records nothing`])];
  });
}

/** Types of events that are not recorded by exactly one verb, or by whom the lists above say. */
export function strayEvents(files: Source[]): string[] {
  const types = files.find((file) => file.path === "lib/events/types.ts")?.text.matchAll(/\| "([\w.]+)"/g) ?? [];
  const recording = files.filter((file) => !isTest(file.path) && !file.path.startsWith(MADE_UP) && RECORDS.test(file.text));
  return [...types].flatMap(([, type = ""]) => {
    const recorders = recordersOf(recording, files, type);
    const expected = SHARED[type] ?? OUTSIDE[type];
    const right = expected
      ? String(recorders) === String(expected)
      : recorders.length === 1 && recorders.every((file) => isVerb({ path: file }));
    return right ? [] : [`${type} is recorded by ${recorders.join(", ") || "nobody"}`];
  });
}

function isVerb({ path: file }: { path: string }): boolean {
  const domains = STEPS.flat()
    .filter((domain) => !SILENT.includes(domain))
    .join("|");
  return new RegExp(`^lib/(${domains})/[a-z]+(-[a-z]+)+\\.ts$`).test(file) && !READERS.includes(file);
}

function recordersOf(recording: Source[], files: Source[], type: string): string[] {
  const inCode = recording.filter((file) => file.text.includes(`type: "${type}"`));
  const inSql = Object.entries(RECORDS_IN_SQL).filter(([, own]) => own === type && sqlRecords(files, type));
  return [...inCode.map((file) => file.path), ...inSql.map(([file]) => file)].sort();
}

function sqlRecords(files: Source[], type: string | undefined): boolean {
  return type !== undefined && files.some((file) => file.path.endsWith("migration.sql") && file.text.includes(`'${type}'`));
}
