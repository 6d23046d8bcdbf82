import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { Grouping } from "@/lib/text/grouping";

const questionLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  time: z.string().nullish(),
  user: z.union([z.string(), z.number()]).nullish(),
});
const PROGRESS_EVERY = 1_000;

// npm run --silent group -- FILE.jsonl: each line {id, text, time?, user?}, in order; prints {id, arrival, group} for each.
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("用法 · usage: npm run --silent group -- FILE.jsonl\n");
  process.exit(2);
}
const grouping = new Grouping();
const arrivals: { id: string; arrival: string }[] = [];
let number = 0;
for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === "") continue;
  const question = read(line, number);
  if (!question) {
    process.exitCode = 2;
    break;
  }
  const { id, text, time, user } = question;
  const at = time ? instantOf(time) : undefined;
  const { group } = grouping.place({ id, text, at, resident: user === null || user === undefined ? undefined : String(user) });
  arrivals.push({ id, arrival: group });
  if (arrivals.length % PROGRESS_EVERY === 0) process.stderr.write(`${arrivals.length}\n`);
}
for (const { id, arrival } of arrivals)
  process.stdout.write(`${JSON.stringify({ id, arrival, group: grouping.groupOf(id) ?? arrival })}\n`);

function read(line: string, at: number): z.infer<typeof questionLine> | undefined {
  try {
    return questionLine.parse(JSON.parse(line));
  } catch {
    process.stderr.write(`第 ${at} 行不是 {id, text, time?, user?} · line ${at} is not {id, text, time?, user?}\n`);
    return undefined;
  }
}

function instantOf(time: string): Date | undefined {
  const at = new Date(/^\d{4}-\d\d-\d\d \d\d:\d\d/.test(time) ? `${time.replace(" ", "T")}Z` : time);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
