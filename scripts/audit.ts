import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readDoorAccount } from "@/lib/accounts/queries";
import { pool } from "@/lib/db";
import { DESK_CHAIN } from "@/lib/events/chain";
import { readHeads } from "@/lib/events/heads";
import { type Finding, type FindingKind, type KeptHead, verifyTrails } from "@/lib/events/verify";
import { HEADS_FILE } from "@/lib/jobs/keep-trail";

// npm run audit -- verify [--account SLUG|desk] [--from DAY] [--to DAY] [--heads FILE] looks for events that are not as they were sealed
// npm run audit -- heads prints the end of every trail, to be kept where nobody who owns the database can write
const day = z.iso.date().optional();
const chosen = z.strictObject({ account: z.string().min(1).optional(), from: day, to: day, heads: z.string().optional() });
const options = { account: { type: "string" }, from: { type: "string" }, to: { type: "string" }, heads: { type: "string" } } as const;
const head = z.object({ chain: z.guid(), day: z.iso.date(), seq: z.int(), hash: z.string(), at: z.iso.datetime() });
const USAGE = "npm run audit -- verify [--account SLUG|desk] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--heads FILE] | heads";
const TELL_EVERY = 1_000;

const SENTENCES: Record<FindingKind, string> = {
  changed: "内容与封存时不符 · is not as it was sealed",
  missing: "已封存的事件不见了 · was sealed and is gone",
  sealMissing: "封存链缺一环 · a place of the trail is empty",
  unsealed: "夹在已封存事件之间，从未封存 · stands among sealed events and never was sealed",
  cut: "链尾被截断或重做 · the end of the trail was cut off or made anew",
  late: "补进了早已结束的一天 · was put into a day that was long over",
};

try {
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  const selection = chosen.parse(values);
  if (positionals[0] === "heads") for (const line of await readHeads(null)) console.log(JSON.stringify(line));
  else if (positionals[0] === "verify") process.exitCode = await verify(selection);
  else throw new Error(USAGE);
} catch (error) {
  const isUsage = error instanceof z.ZodError || error instanceof TypeError;
  console.error(isUsage ? USAGE : error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  await pool.end();
}

async function verify({ account, heads, ...days }: z.output<typeof chosen>): Promise<number> {
  const kept = await readKept(heads);
  let told = performance.now();
  const tell = ({ events, day }: { events: number; day: string }) => {
    if (performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    console.error(`${day}  已核对 · verified ${events}`);
  };
  const result = await verifyTrails({ chain: account && (await chainOf(account)), ...days }, kept, tell);
  for (const finding of result.findings) console.log(sentenceOf(finding));
  const { trails, events, waiting, heads: compared, found } = result;
  const outcome = found === 0 ? "未发现改动 · nothing was changed" : `发现 ${found} 处 · found ${found}`;
  console.log(
    `${trails} 条链，${events} 个事件，对照链尾 ${compared} 个，尚未封存 ${waiting} 个：${outcome} (${trails} trails, ${events} events, ${compared} heads compared, ${waiting} not sealed yet)`,
  );
  return found === 0 ? 0 : 1;
}

async function readKept(file: string | undefined): Promise<KeptHead[]> {
  if (file === undefined && !existsSync(HEADS_FILE)) return [];
  const kept: KeptHead[] = [];
  for await (const line of createInterface({ input: createReadStream(file ?? HEADS_FILE) }))
    if (line) kept.push(head.parse(JSON.parse(line)));
  return kept;
}

async function chainOf(account: string): Promise<string> {
  if (account === "desk") return DESK_CHAIN;
  const found = await readDoorAccount(account);
  if (!found) throw new Error(`没有此公众号 · there is no account "${account}"`);
  return found.id;
}

function sentenceOf({ kind, chain, day, seq, eventId }: Finding): string {
  const place = `${day} ${chain === DESK_CHAIN ? "desk" : chain}${seq === null ? "" : ` #${seq}`}`;
  return `${place}  ${eventId === null ? "" : `事件 · event ${eventId}  `}${SENTENCES[kind]}`;
}
