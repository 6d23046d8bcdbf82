import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { GRAM_SPACE, gramsOf } from "@/lib/text/grams";
import { plain } from "@/lib/text/normalize";
import type { Asked } from "@/lib/text/types";

/** One question of a stream with the group it truly belongs to, and the fold of that group. */
export type Known = Asked & { cluster: string; fold: number };
export type Track = "full" | "title" | "full-" | "title-" | "short";

/** Letters and titles with sender and time and without, and short questions: every way a file may come. */
export const TRACKS: readonly Track[] = ["full", "title", "full-", "title-", "short"];
export const FOLDS = 5;
const FOLDER = path.join(import.meta.dirname, "../../../shared/data/questions");
const LETTERS_OF_A_TEXT = 200;

type Letter = { id: string; text: string; title: string; body: string; time: string; user: string; cluster: string };
export type PairLine = { s: string; a: string; b: string; y: 0 | 1 };

/** The rows of one file of the question data, which lies beside the repository. */
export function rowsOf<Row>(file: string): Row[] {
  const lines = readFileSync(path.join(FOLDER, file), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}

/** A stream of questions in the order of its file. A whole group lies in one fold. */
export function streamOf(track: Track): Known[] {
  if (track === "short") {
    return rowsOf<{ id: string; text: string; cluster: string }>("short-dev.jsonl").map(({ id, text, cluster }) => ({
      id,
      text,
      cluster,
      fold: foldOf(cluster),
    }));
  }
  return rowsOf<Letter>("gov-dev.jsonl").map(({ id, text, title, time, user, cluster }) => ({
    id,
    text: track.startsWith("title") ? title : text,
    cluster,
    fold: foldOf(cluster),
    at: track.endsWith("-") ? undefined : new Date(`${time.replace(" ", "T")}Z`),
    resident: track.endsWith("-") ? undefined : user,
  }));
}

/** The fold of a group, 0 to 4, by its name. */
function foldOf(cluster: string): number {
  return (createHash("md5").update(cluster).digest()[0] ?? 0) % FOLDS;
}

/** For each gram the share of texts that hold it, the larger of two: letters without groups, and general questions. Grams of a single text are left out. */
export function countBackground(): Float32Array {
  const letters = rowsOf<Letter>("gov-unlabelled.jsonl").map(({ title, body }) =>
    `${title}。${body.replace(/\s/g, "")}`.slice(0, LETTERS_OF_A_TEXT),
  );
  const general = rowsOf<PairLine>("pairs-train.jsonl")
    .filter(({ s }) => s !== "covid")
    .flatMap(({ a, b }) => [a, b]);
  const [one, other] = [sharesOf(letters), sharesOf([...new Set(general)])];
  return one.map((share, gram) => Math.max(share, other[gram] as number));
}

function sharesOf(texts: string[]): Float32Array {
  const counts = new Float32Array(GRAM_SPACE);
  for (const text of texts) {
    const { ones, twos, threes } = gramsOf(plain(text));
    for (const grams of [ones, twos, threes]) for (const gram of grams) counts[gram] = (counts[gram] as number) + 1;
  }
  return counts.map((count) => (count < 2 ? 0 : count / texts.length));
}
