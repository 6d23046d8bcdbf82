import { expect, test } from "vitest";
import { clockOf, type History } from "./history";
import type { Calendar } from "./schema";
import type { Book } from "./terms";
import { anyBook, anyHistory, drawFrom } from "./testing/histories";
import { dutySteps, type Expected, expected, STEP, type World, worldOf } from "./testing/model";

const HISTORIES_OF_A_WORLD = 20_000;
const BOOKS_OF_A_WORLD = 12;
const DAYS = 6;
const PATIENCE = 180_000;
/** No summer time, with a leap day; both changes of a summer time of an hour; one of half an hour. */
const WORLDS = [
  ["Asia/Shanghai", "2028-02-27T16:00:00Z"],
  ["Asia/Shanghai", "2026-11-22T16:00:00Z"],
  ["America/New_York", "2026-03-06T05:00:00Z"],
  ["America/New_York", "2026-10-30T04:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-03T13:00:00Z"],
] as const;

function computed(world: World, history: History, book: Book): Expected {
  const stepOf = (at: Date) => (at.getTime() - world.start) / STEP;
  const step = (at: Date | null) => at && stepOf(at);
  const due = (at: Date) => (stepOf(at) < world.steps.length ? stepOf(at) : null);
  const { firstResponse, nextResponses, promises, answer } = clockOf(history, book);
  const common = ({ from, metAt, selfServedAt, endedAt }: (typeof promises)[number]) => ({
    ...{ from: stepOf(from), met: step(metAt), selfServed: step(selfServedAt), ended: step(endedAt) },
  });
  return {
    firstDue: due(firstResponse.dueAt),
    firstReplied: step(firstResponse.metAt),
    waits: nextResponses.map((wait) => ({ ...common(wait), due: due(wait.dueAt) })),
    promises: promises.map((promise) => ({ ...common(promise), due: stepOf(promise.dueAt) })),
    answerDue: answer ? (answer.dueAt ? due(answer.dueAt) : "paused") : "none",
  };
}

test.each(WORLDS)(
  `${HISTORIES_OF_A_WORLD} random histories in %s from %s on: every clock is the one that counting half minute by half minute finds`,
  (zone, start) => {
    const world = worldOf(zone, start, DAYS);
    const duty = new Map<Calendar, boolean[]>();
    const books = Array.from({ length: BOOKS_OF_A_WORLD }, (_, seed) => anyBook(world, drawFrom(seed)));
    for (const { calendar } of books.flatMap(({ calendars }) => calendars)) duty.set(calendar, dutySteps(world, calendar));
    const stepsOf = (calendar: Calendar | null) => (calendar && duty.get(calendar)) ?? null;
    for (let seed = 0; seed < HISTORIES_OF_A_WORLD; seed += 1) {
      const draw = drawFrom(seed);
      const book = draw.one(...books);
      const history = anyHistory(world, draw);
      const [found, wanted] = [computed(world, history, book), expected(world, book, stepsOf, history)];
      if (JSON.stringify(told(found)) !== JSON.stringify(told(wanted)))
        expect({ seed, history, ...found }).toEqual({ seed, history, ...wanted });
    }
  },
  PATIENCE,
);

const told = ({ firstDue, firstReplied, waits, promises, answerDue }: Expected) => [
  firstDue,
  firstReplied,
  ...[...waits, ...promises].map(({ from, due, met, selfServed, ended }) => [from, due, met, selfServed, ended]),
  answerDue,
];
