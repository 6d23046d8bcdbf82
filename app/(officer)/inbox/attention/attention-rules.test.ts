import { expect, test } from "vitest";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { attention, CALL_PAUSE, type Memory, type Watched } from "./attention-rules";
import { isCalled } from "./reasons";

const noon = new Date("2026-11-22T04:00:00Z");
const both = { desktop: true, sound: true };
const notify = { newWhileIdle: both, mineDueSoon: both, overdue: both };
const me = "lin";

/** A question that came in so many minutes before noon. */
function question(id: string, minutesAgo: number, more: Partial<Watched> = {}): Watched {
  const openedAt = after(noon, -minutesAgo * MINUTE);
  return {
    id,
    threadId: `thread of ${id}`,
    accountId: "account",
    timeZone: "Asia/Shanghai",
    kind: "inquiry",
    openedAt,
    targetMinutes: 10,
    countedFrom: null,
    nextMinutes: null,
    nextCountedFrom: null,
    nextDueAt: null,
    dueAt: after(openedAt, 10 * MINUTE),
    firstRepliedAt: null,
    waitingSince: null,
    promisedAt: null,
    answerMinutes: null,
    answerDueAt: null,
    answerPausedMinutes: 0,
    answeredAt: null,
    closedAt: null,
    dangerWord: null,
    dangerDismissedAt: null,
    snoozedUntil: null,
    assignedTo: null,
    window: { closesAt: null, remaining: 5 },
    unfollowedAt: null,
    folded: false,
    ...more,
  };
}

/** Looks again and again, so many seconds after noon, and says what called, as "reason: questions". */
function shift(looks: [seconds: number, rows: Watched[]][], preferences = notify): string[][] {
  let memory: Memory | null = null;
  return looks.map(([seconds, rows]) => {
    const seen = attention(memory, rows, me, after(noon, seconds * SECOND), preferences);
    memory = seen.memory;
    return seen.calls.map(({ reason, questions }) => `${reason}: ${questions.map(({ id }) => id).join(" ")}`);
  });
}

test("what stands there when the screen opens is no news", () => {
  expect(
    shift([
      [0, [question("late", 12), question("new", 0)]],
      [1, [question("late", 12), question("new", 0)]],
    ]),
  ).toEqual([[], []]);
});

test("a question that arrives while nothing waited calls, the next one does not", () => {
  const [first, second] = [question("first", 0), question("second", 0)];
  expect(
    shift([
      [0, []],
      [1, [first]],
      [30, [first, second]],
    ]),
  ).toEqual([[], ["newWhileIdle: first"], []]);
});

test("what waits for a colleague leaves me idle; what waits for nobody does not", () => {
  const theirs = question("theirs", 1, { assignedTo: { id: "zhao" } });
  const arriving = question("new", 0);
  expect(
    shift([
      [0, [theirs]],
      [1, [theirs, arriving]],
    ]),
  ).toEqual([[], ["newWhileIdle: new"]]);
  expect(
    shift([
      [0, [question("open", 1)]],
      [1, [question("open", 1), arriving]],
    ]),
  ).toEqual([[], []]);
});

test("danger calls however much is waiting, once", () => {
  const [open, fire] = [question("open", 1), question("fire", 0, { dangerWord: "着火" })];
  expect(
    shift([
      [0, [open]],
      [1, [open, fire]],
      [60, [open, fire]],
    ]),
  ).toEqual([[], ["newWhileIdle: fire"], []]);
});

test("mine calls three minutes before it is due, and again when it is late; nobody's only when late", () => {
  const mine = question("mine", 6, { assignedTo: { id: me } });
  const nobody = question("nobody", 6);
  const both = [mine, nobody];
  expect(
    shift([
      [0, both],
      [58, both],
      [120, both],
      [238, both],
      [300, both],
    ]),
  ).toEqual([[], ["mineDueSoon: mine"], [], ["overdue: mine nobody"], []]);
});

test("a colleague's late question calls nobody else, until it is released", () => {
  const theirs = question("theirs", 12, { assignedTo: { id: "zhao" } });
  expect(
    shift([
      [0, [theirs]],
      [5, [question("theirs", 12)]],
    ]),
  ).toEqual([[], ["overdue: theirs"]]);
});

test("a question calls once for a reason, but for a new due time again", () => {
  const late = question("mine", 12, { assignedTo: { id: me } });
  const again = { ...late, firstRepliedAt: after(noon, MINUTE), waitingSince: after(noon, 2 * MINUTE) };
  const lateAt = 12 * 60;
  expect(
    shift([
      [0, []],
      [20, [late]],
      [40, []],
      [60, [late]],
      [lateAt, [again]],
    ]),
  ).toEqual([[], ["overdue: mine"], [], [], ["overdue: mine"]]);
});

test("calls are ten seconds apart, and what came up meanwhile comes together", () => {
  const pause = CALL_PAUSE / SECOND;
  const late = (id: string) => question(id, 12);
  const [one, two, three] = [late("one"), late("two"), late("three")];
  expect(
    shift([
      [0, []],
      [1, [one]],
      [2, [one, two]],
      [5, [one, two, three]],
      [1 + pause, [one, two, three]],
    ]),
  ).toEqual([[], ["overdue: one"], [], [], ["overdue: two three"]]);
});

test("an arrival within the pause is not forgotten, unless it has been answered by then", () => {
  const [late, fresh] = [question("late", 12), question("fresh", 0)];
  expect(
    shift([
      [0, []],
      [1, [late]],
      [2, []],
      [3, [fresh]],
      [12, [fresh]],
    ]),
  ).toEqual([[], ["overdue: late"], [], [], ["newWhileIdle: fresh"]]);
  expect(
    shift([
      [0, []],
      [1, [late]],
      [2, []],
      [3, [fresh]],
      [12, []],
    ]).at(-1),
  ).toEqual([]);
});

test("a reason that is switched off does not call, nor later when it is switched on", () => {
  const off = { desktop: false, sound: false };
  const late = question("late", 12);
  let { memory } = attention(null, [], me, noon, notify);
  const silent = attention(memory, [late], me, after(noon, 20 * SECOND), { ...notify, overdue: off, newWhileIdle: off });
  expect(silent.calls).toEqual([]);
  memory = silent.memory;
  expect(attention(memory, [late], me, after(noon, 40 * SECOND), notify).calls).toEqual([]);
});

test("a call says how the officer wants it", () => {
  const { memory } = attention(null, [], me, noon, notify);
  const quiet = { ...notify, newWhileIdle: { desktop: false, sound: true } };
  expect(attention(memory, [question("new", 0)], me, noon, quiet).calls).toMatchObject([{ desktop: false, sound: true }]);
});

test("nothing is watched for an officer whom nothing calls", () => {
  const off = { desktop: false, sound: false };
  const none = { alarms: off, newWhileIdle: off, mineDueSoon: off, overdue: off };
  expect(isCalled(none, { desktop: true })).toBe(false);
  expect(isCalled({ ...none, overdue: { desktop: true, sound: false } }, { desktop: true })).toBe(true);
  expect(isCalled({ ...none, overdue: { desktop: true, sound: false } }, { desktop: false })).toBe(false);
  expect(isCalled({ ...none, overdue: { desktop: false, sound: true } }, { desktop: false })).toBe(true);
});
