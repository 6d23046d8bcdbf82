import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Random, randomFrom } from "@/scripts/bench/support/random";
import { townQuestions } from "@/scripts/bench/support/town-questions";
import { root } from "@/scripts/setup/root.mjs";

/** What one resident says at one instant. */
export type Said = { at: Date; openid: string; text: string };
/** One day of the week: everything that is said from its first hour to its last, in order. */
export type WeekOptions = { day: string; from: string; to: string; perHour: number; seed: number };

const REAL = path.join(root, "../shared/data/questions/gov-dev.jsonl");
const HOUR = 3_600_000;
const RESIDENTS = 150;
const THANKS = ["谢谢", "收到，谢谢", "好的，谢谢"];
const FURTHER = ["还没有人来", "不对，是东边那个门", "还要等多久？"];

/** Where the texts come from: real ones where the shared data lies beside the project, else made up. */
export function textsOfWeek(seed: number): { source: "real" | "made up"; texts: string[] } {
  if (!existsSync(REAL)) return { source: "made up", texts: townQuestions(2_000, seed).map(({ text }) => text) };
  const lines = readFileSync(REAL, "utf8").trim().split("\n");
  return { source: "real", texts: lines.map((line) => String((JSON.parse(line) as { title: string }).title)) };
}

/** Who says what when on a day: the same for the same seed. Some write again while they wait, or thank. */
export function planDay({ day, from, to, perHour, seed }: WeekOptions, texts: readonly string[]): Said[] {
  const random = randomFrom(seed ^ Date.parse(day));
  const [start, end] = [instantOf(day, from), instantOf(day, to)];
  const one = <Thing>(things: readonly Thing[]) => things[Math.floor(random() * things.length)] as Thing;
  const said: Said[] = [];
  for (let at = start + gap(random, perHour); at < end; at += gap(random, perHour)) {
    const openid = `oweek${String(Math.floor(random() * RESIDENTS)).padStart(4, "0")}`;
    said.push({ at: new Date(at), openid, text: one(texts) });
    if (random() < 0.2)
      said.push({ at: new Date(at + (0.02 + random() * 0.4) * HOUR), openid, text: one(random() < 0.4 ? THANKS : FURTHER) });
  }
  return said.filter((one) => one.at.getTime() < end).sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** An instant of a day in Beijing. */
export function instantOf(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00+08:00`);
}

function gap(random: Random, perHour: number): number {
  return (-Math.log(1 - random()) * HOUR) / perHour;
}
