import { isDatabaseAway } from "@/lib/error-codes";
import { SECOND } from "@/lib/time/rules";
import { type Arrival, MOST_TOGETHER, nextBatch, personOf } from "./rules";

export type Writing<Item, Result> = {
  /** Writes all or, when it throws, none. Returns one result an item, in their order. */
  together: (items: Item[]) => Promise<Result[]>;
  /** Writes one, however long it has to wait for its turn. */
  alone: (item: Item) => Promise<Result>;
  /** How many batches may be under way at once. */
  lanes: number;
};

type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void };

const SLOW = 2 * SECOND;

/**
 * Where what arrives stands in line. Whatever waits when a batch has been written is written together: a batch is as large as the load
 * makes it, and nobody waits for others to come. Another lane is taken only when a whole batch waits: two halves cost more than one.
 * What one person says stays in its order: while one batch writes it, no other does.
 * A batch that does not come back, because its connection is dead or it stands behind one lock after the other, holds up its own
 * persons only: after two seconds, while WeChat still waits, its lane is another's.
 * A batch that fails is written one by one beside the line, so that nobody suffers for another's message or another's lock; when it
 * failed because the database is away, all of it is rejected.
 */
export function openLine<Item extends Arrival, Result>({ together, alone, lanes }: Writing<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  const busy = new Set<string>();
  let taken = 0;
  let called = false;

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      call();
    });

  /** After what the network has already brought in this turn, so that it goes along. */
  function call() {
    if (called) return;
    called = true;
    setImmediate(() => {
      called = false;
      begin();
    });
  }

  function begin() {
    if (taken === lanes || (taken > 0 && waiting.length < MOST_TOGETHER)) return;
    const next = nextBatch(waiting, busy);
    if (next.batch.length === 0) return;
    waiting = next.left;
    void write(next.batch);
    call();
  }

  async function write(batch: Waiting<Item, Result>[]) {
    const persons = new Set(batch.map(({ item }) => personOf(item)));
    for (const person of persons) busy.add(person);
    taken += 1;
    let isFree = false;
    const free = () => {
      if (isFree) return;
      isFree = true;
      taken -= 1;
      call();
    };
    const slow = setTimeout(free, SLOW);
    const failed = await writeTogether(batch);
    clearTimeout(slow);
    free();
    if (failed) await Promise.all([...persons].map((person) => writeInTurn(batch.filter(({ item }) => personOf(item) === person))));
    for (const person of persons) busy.delete(person);
    if (failed) call();
  }

  /** Whether each has to be tried alone. */
  async function writeTogether(batch: Waiting<Item, Result>[]): Promise<boolean> {
    try {
      const results = await together(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
      return false;
    } catch (error) {
      if (!isDatabaseAway(error)) return true;
      for (const { reject } of batch) reject(error);
      return false;
    }
  }

  async function writeInTurn(ofOne: Waiting<Item, Result>[]) {
    for (const { item, resolve, reject } of ofOne) await alone(item).then(resolve, reject);
  }
}
