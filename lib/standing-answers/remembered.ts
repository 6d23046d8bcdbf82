import { db } from "@/lib/db";
import { UNKNOWN_FOR } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { DEFAULT_TIME_ZONE } from "@/lib/time/zones";
import { type AtHand, atHand, keepingCompiler } from "./answering";
import { DEFAULT_STANDING_SETTINGS, publishedAnswers } from "./queries";
import { readWaiting } from "./waiting";

/** As an account is remembered at the door. */
const REMEMBERED = UNKNOWN_FOR / 2;

const remembered = new Map<string, { hand: AtHand; until: number }>();
const underway = new Map<string, Promise<AtHand>>();
const compilers = new Map<string, ReturnType<typeof keepingCompiler>>();

/** `readAtHand`, remembered for five seconds: every message asks for it. What is published holds everywhere when they are over. */
export async function standingAtHand(accountId: string): Promise<AtHand> {
  const known = remembered.get(accountId);
  if (known && known.until > Date.now()) return known.hand;
  const hand = await readAtHand(accountId);
  remembered.set(accountId, { hand, until: Date.now() + REMEMBERED });
  return hand;
}

/** What an account answers by itself, read anew. Who asks while it is being read waits for the same reading: who came first goes on first. */
export function readAtHand(accountId: string, at = now()): Promise<AtHand> {
  const reading = underway.get(accountId) ?? read(accountId, at).finally(() => underway.delete(accountId));
  underway.set(accountId, reading);
  return reading;
}

async function read(accountId: string, at: Date): Promise<AtHand> {
  const [answers, account] = await Promise.all([
    publishedAnswers(accountId),
    db.officialAccount.findUnique({ where: { id: accountId }, select: { timeZone: true, standingSettings: true } }),
  ]);
  const compiler = compilers.get(accountId) ?? keepingCompiler();
  compilers.set(accountId, compiler);
  const texts = account?.standingSettings ?? DEFAULT_STANDING_SETTINGS;
  const waiting = texts.queueOn ? await readWaiting(accountId, at) : { waiting: 0, dealt: 0, countedAt: at };
  return atHand({ answers, texts, timeZone: account?.timeZone ?? DEFAULT_TIME_ZONE, waiting }, compiler);
}
