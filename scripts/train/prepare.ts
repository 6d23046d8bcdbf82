import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readDocument } from "@/lib/text/document";
import { plain, withoutGreeting } from "@/lib/text/normalize";
import { Store } from "@/lib/text/store";
import { pairsFor } from "@/lib/text/weigh";
import { countBackground, type PairLine, rowsOf, streamOf } from "./data";

// npx tsx scripts/train/prepare.ts FOLDER: writes there the pairs of questions that network.py learns from.
const [folder = ".data/train"] = process.argv.slice(2);
const LETTERS = 40;
/** Look-alikes of each question, by track: those of other groups teach what differs. */
const LOOK_ALIKES = { short: 6, title: 5 } as const;

mkdirSync(folder, { recursive: true });
const background = countBackground();
const folds = new Map(streamOf("short").map(({ text, fold }) => [text, fold]));
const given = rowsOf<PairLine>("pairs-train.jsonl").map(({ s, a, b, y }) => [
  s,
  read(a),
  read(b),
  y,
  folds.get(a) ?? -1,
  folds.get(b) ?? -1,
]);
const found = (["short", "title"] as const).flatMap((track) => {
  const store = new Store(background);
  const stream = streamOf(track);
  return stream.flatMap((known) => {
    const document = readDocument(known.text);
    const lines = pairsFor(store, document, { id: known.id, text: known.text }, undefined).flatMap(({ slot }, rank) => {
      const other = stream[slot];
      const together = other?.cluster === known.cluster;
      return other && (together || rank < LOOK_ALIKES[track])
        ? [[track, read(known.text), read(other.text), together ? 1 : 0, known.fold, other.fold]]
        : [];
    });
    store.add({ id: known.id, text: known.text }, known.cluster, document);
    return lines;
  });
});
const lines = [...given, ...found].filter(([, a, b]) => a !== "" && b !== "");
writeFileSync(path.join(folder, "pairs.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
process.stderr.write(`${lines.length}\n`);

function read(text: string): string {
  return plain(withoutGreeting(text.normalize("NFKC").trim())).slice(0, LETTERS);
}
