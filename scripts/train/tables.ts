import { type Document, readDocument } from "@/lib/text/document";
import { Store } from "@/lib/text/store";
import type { Trees } from "@/lib/text/trees";
import { groupLogit, type Judge, pairsFor, weigh } from "@/lib/text/weigh";
import { boost, type Settings } from "./boost";
import { type Known, streamOf, type Track } from "./data";

/** Comparisons of a stream, one row of features each: the new question, whether the two belong together, their folds, its manner. */
export type Rows = {
  width: number;
  data: Float32Array[];
  together: number[];
  fold: number[];
  otherFold: number[];
  manner: number[];
  rank: number[];
};

const documents = new Map<string, Document>();

/** Every question of a stream against its candidates, the earlier ones standing in their true groups. */
export function pairRows(track: Track, background: Float32Array): Rows {
  return rowsOfStream(track, background, (store, document, known) =>
    pairsFor(store, document, known, undefined).map(({ row, slot }) => ({ row, slot, group: undefined })),
  );
}

/** Every question of a stream against its candidate groups, each judged by trees that never saw its own group. */
export function groupRows(track: Track, background: Float32Array, judges: Judge[]): Rows {
  return rowsOfStream(track, background, (store, document, known) =>
    weigh(store, document, known, judges[known.fold] as Judge).map(({ row, best, group }) => ({ row, slot: best, group })),
  );
}

/** Trees over the rows of one manner without those that touch a fold; -1 leaves none out. `thin`: a row's weight, 0 leaves it out. */
export function treesWithout(
  fold: number,
  manner: number,
  tables: Rows[],
  settings: Settings,
  thin: (rows: Rows, index: number) => number,
): Trees {
  const picked = tables.flatMap((rows) =>
    rows.data.flatMap((row, index) => {
      if (rows.fold[index] === fold || rows.otherFold[index] === fold || rows.manner[index] !== manner) return [];
      const weight = thin(rows, index);
      return weight > 0 ? [{ row, weight, together: rows.together[index] as number }] : [];
    }),
  );
  const width = tables[0]?.width ?? 0;
  const all = new Float32Array(width * picked.length);
  picked.forEach(({ row }, index) => {
    all.set(row, index * width);
  });
  return boost(
    {
      width,
      rows: all,
      labels: Uint8Array.from(picked, ({ together }) => together),
      weights: Float32Array.from(picked, ({ weight }) => weight),
    },
    settings,
  );
}

/** The groups a stream comes to when every question is judged by the judge of its fold and joins from its manner's limit. */
export function runStream(
  track: Track,
  background: Float32Array,
  judges: Judge[],
  limits: readonly number[],
): { truth: string[]; given: string[] } {
  const store = new Store(background);
  const stream = streamOf(track);
  const given = stream.map((known) => {
    const document = documentOf(known.text);
    const judge = judges[known.fold] as Judge;
    const [best] = weigh(store, document, known, judge)
      .map((weighed) => ({ group: weighed.group, logit: groupLogit(store, judge, document, weighed) }))
      .sort((a, b) => b.logit - a.logit);
    const limit = limits[document.manner] as number;
    const group = best && best.logit >= Math.log(limit / (1 - limit)) ? best.group : known.id;
    store.add(known, group, document);
    return group;
  });
  return { truth: stream.map(({ cluster }) => cluster), given };
}

type Compared = { row: Float32Array; slot: number; group: string | undefined };

function rowsOfStream(
  track: Track,
  background: Float32Array,
  compared: (store: Store, document: Document, known: Known) => Compared[],
): Rows {
  const stream = streamOf(track);
  const store = new Store(background);
  const rows: Rows = { width: 0, data: [], together: [], fold: [], otherFold: [], manner: [], rank: [] };
  for (const known of stream) {
    const document = documentOf(known.text);
    compared(store, document, known).forEach(({ row, slot, group }, rank) => {
      const other = stream[slot] as Known;
      rows.width = row.length;
      rows.data.push(row);
      rows.together.push((group ?? other.cluster) === known.cluster ? 1 : 0);
      rows.fold.push(known.fold);
      rows.otherFold.push(other.fold);
      rows.manner.push(document.manner);
      rows.rank.push(rank);
    });
    store.add(known, known.cluster, document);
  }
  return rows;
}

function documentOf(text: string): Document {
  const known = documents.get(text) ?? readDocument(text);
  documents.set(text, known);
  return known;
}
