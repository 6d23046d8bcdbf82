import { type Document, readDocument } from "@/lib/text/document";
import { Grouping } from "@/lib/text/grouping";
import type { Model } from "@/lib/text/model";
import { Store } from "@/lib/text/store";
import type { Trees } from "@/lib/text/trees";
import { type Judge, pairsFor, weigh } from "@/lib/text/weigh";
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

/** The groups that a stream comes to when every question is judged by the model of its fold: as each question came, and in the end. */
export function runStream(track: Track, models: Model[]): { truth: string[]; arrival: string[]; assign: string[]; moves: number } {
  const stream = streamOf(track);
  const grouping = new Grouping({ modelFor: (asked) => models[(asked as Known).fold] as Model });
  let moves = 0;
  const arrival = stream.map((known) => {
    const { group, moved } = grouping.place(known);
    moves += moved.length;
    return grouping.groupOf(known.id) ?? group;
  });
  return {
    truth: stream.map(({ cluster }) => cluster),
    arrival,
    assign: stream.map(({ id }, index) => grouping.groupOf(id) ?? (arrival[index] as string)),
    moves,
  };
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
