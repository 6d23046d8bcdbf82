import { describe, expect, test } from "vitest";
import type { QuestionRow } from "@/lib/questions/queries";
import type { QueueQuery } from "@/lib/questions/rules";
import type { Change, Snapshot } from "./readings";
import { type InboxState, inboxReducer, initialState } from "./store";
import { at, bubble, change as changeOf, eight, noCounts, openThread, row, snapshot, window } from "./testing";

const waiting: QueueQuery = { view: "waiting", filter: {}, sort: "urgency" };
const snapshotOf = (readAt: number, rows: QuestionRow[], more: Partial<Snapshot> = {}, nextCursor: string | null = null): Snapshot =>
  snapshot({ readAt: at(readAt), query: waiting, page: { rows, nextCursor }, ...more });
const inbox = (rows: QuestionRow[], open: Snapshot["open"] = null) => initialState("lin", snapshotOf(0, rows, { open }));
const change = (now: number, more: Partial<Change> = {}) => ({ type: "changed" as const, change: changeOf(now, more) });
const shown = { type: "arrivedShown" as const, now: at(100) };
const ids = (rows: QuestionRow[]) => rows.map(({ id }) => id);

describe("nothing moves under the pointer", () => {
  test("a new row waits behind the bar and finds its place by urgency when asked for", () => {
    let state = inbox([row("1", 0), row("3", 60)]);
    state = inboxReducer(state, change(70, { questions: [row("2", 30), row("4", 65, { dangerWord: "煤气" })] }));
    expect(ids(state.rows)).toEqual(["1", "3"]);
    expect(ids(state.arrived)).toEqual(["2", "4"]);
    state = inboxReducer(state, shown);
    expect(ids(state.rows)).toEqual(["4", "1", "2", "3"]);
    expect(state.arrived).toEqual([]);
  });

  test("a shown row changes in place, stays when it is answered, and goes when the officer asks for the new order", () => {
    let state = inbox([row("1", 0), row("2", 30)]);
    state = inboxReducer(state, change(70, { questions: [row("1", 0, { answeredAt: at(69), firstRepliedAt: at(69) })] }));
    expect(state.rows[0]).toMatchObject({ id: "1", answeredAt: at(69) });
    expect(ids(inboxReducer(state, shown).rows)).toEqual(["2"]);
  });

  test("a shown row that becomes urgent stays in its place, counts in the bar, and comes on top when asked for", () => {
    const danger = row("2", 30, { dangerWord: "煤气" });
    let state = inboxReducer(inbox([row("1", 0), row("2", 30)]), change(70, { questions: [danger] }));
    expect(ids(state.rows)).toEqual(["1", "2"]);
    expect(state.rows[1]).toEqual(danger);
    expect(state.arrived).toEqual([danger]);
    expect(inboxReducer(state, change(80, { questions: [danger] })).arrived).toEqual([danger]);
    state = inboxReducer(state, shown);
    expect(ids(state.rows)).toEqual(["2", "1"]);
    expect(state.arrived).toEqual([]);
    expect(inboxReducer(state, change(90, { questions: [{ ...danger, messageCount: 2 }] })).arrived).toEqual([]);
  });

  test("a shown row that is urgent no more leaves the bar and stays in its place", () => {
    let state = inboxReducer(inbox([row("1", 0), row("2", 30)]), change(70, { questions: [row("2", 30, { dangerWord: "煤气" })] }));
    state = inboxReducer(state, change(75, { questions: [row("2", 30, { dangerWord: "煤气", dangerDismissedAt: at(74) })] }));
    expect(ids(state.rows)).toEqual(["1", "2"]);
    expect(state.arrived).toEqual([]);
  });

  test("a row behind the bar that a colleague answers leaves the bar", () => {
    let state = inboxReducer(inbox([]), change(10, { questions: [row("2", 5)] }));
    expect(state.arrived).toHaveLength(1);
    state = inboxReducer(state, change(11, { questions: [row("2", 5, { closedAt: at(11), closeReason: "repeated" })] }));
    expect(state.arrived).toHaveLength(0);
  });
});

describe("what has ended goes when the officer leaves it", () => {
  const ended = row("2", 30, { answeredAt: at(69), firstRepliedAt: at(69) });
  const stood = inboxReducer(inbox([row("1", 0), row("2", 30), row("3", 60)]), change(70, { questions: [ended] }));

  test("but not while its thread is open", () => {
    expect(ids(inboxReducer(stood, { type: "endedLeft", now: at(71), threadId: "t-2" }).rows)).toEqual(["1", "2", "3"]);
    expect(ids(inboxReducer(stood, { type: "endedLeft", now: at(71), threadId: "t-3" }).rows)).toEqual(["1", "3"]);
  });

  test("brought back by the officer it takes its place at once, while others wait behind the bar", () => {
    let state = inboxReducer(stood, { type: "endedLeft", now: at(71), threadId: "t-3" });
    state = inboxReducer(state, { type: "broughtBack", ids: ["2"] });
    state = inboxReducer(state, change(72, { questions: [row("2", 30), row("0", 10)] }));
    expect(ids(state.rows)).toEqual(["1", "2", "3"]);
    expect(ids(state.arrived)).toEqual(["0"]);
  });
});

describe("another view", () => {
  const mine: QueueQuery = { view: "mine", filter: {}, sort: "urgency" };
  const lin = { id: "lin", name: "林" };
  const page = (...rows: QuestionRow[]) => ({ readAt: at(50), query: mine, page: { rows, nextCursor: null } });

  test("the rows before stay until it comes, and news go by its own rules from then on", () => {
    let state = inboxReducer(inbox([row("1", 0)]), { type: "queueAsked", query: mine });
    expect([ids(state.rows), state.query.view, state.asked]).toEqual([["1"], "waiting", { query: mine, failed: false }]);
    state = inboxReducer(state, { type: "queueRead", read: page(row("5", 5, { assignedTo: lin })) });
    expect([ids(state.rows), state.query.view, state.asked]).toEqual([["5"], "mine", null]);
    state = inboxReducer(state, change(60, { questions: [row("6", 6), row("7", 7, { assignedTo: lin })] }));
    expect(ids(state.arrived)).toEqual(["7"]);
  });

  test("an answer to a question that is asked no more is dropped, and one that fails is said", () => {
    const asked = inboxReducer(inbox([row("1", 0)]), { type: "queueAsked", query: mine });
    const again = inboxReducer(asked, { type: "queueAsked", query: waiting });
    expect(inboxReducer(again, { type: "queueRead", read: page() })).toBe(again);
    expect(inboxReducer(asked, { type: "queueFailed", query: mine }).asked?.failed).toBe(true);
    expect(inboxReducer(again, { type: "queueFailed", query: mine }).asked?.failed).toBe(false);
  });

  test("rows that the clock alone has brought into it wait behind the bar, once", () => {
    const base: InboxState = { ...inbox([]), query: mine };
    const first = inboxReducer(base, { type: "topRead", read: page(row("5", 5, { assignedTo: lin })) });
    expect(ids(inboxReducer(first, { type: "topRead", read: page(row("5", 5, { assignedTo: lin })) }).arrived)).toEqual(["5"]);
  });
});

test("readings of long ago are forgotten: the list of them does not grow all day", () => {
  let state = inbox([]);
  for (let second = 0; second < 200; second += 1)
    state = inboxReducer(
      state,
      change(second, { questions: Array.from({ length: 10 }, (_, each) => row(`${second}-${each}`, 0, { closedAt: at(1) })) }),
    );
  expect(state.readAt.size).toBe(60 * 10);
});

describe("an older reading never overwrites a newer one", () => {
  test("rows and bubbles", () => {
    let state = inbox([row("1", 0)], openThread({ questions: [row("1", 0)] }));
    const withdrawn = bubble(2, { text: "新" });
    state = inboxReducer(state, change(20, { questions: [row("1", 0, { messageCount: 2 })], messages: [withdrawn] }));
    state = inboxReducer(state, change(10, { questions: [row("1", 0)], messages: [bubble(2, { text: "旧" })] }));
    expect(state.rows[0]?.messageCount).toBe(2);
    expect(state.open?.view.messages.at(-1)?.text).toBe("新");
  });

  test("counts, read alone or with everything", () => {
    const counted = (readAt: number, waiting: number) => ({ ...noCounts, waiting, readAt: at(readAt) });
    let state = inboxReducer(inbox([]), { type: "countsLoaded", counts: counted(20, 2), notices: [] });
    state = inboxReducer(state, { type: "countsLoaded", counts: counted(10, 1), notices: [] });
    expect(state.counts.waiting).toBe(2);
    state = inboxReducer(state, { type: "loaded", snapshot: snapshotOf(15, [], { counts: counted(15, 1) }) });
    expect(state.counts.waiting).toBe(2);
    state = inboxReducer(state, { type: "countsLoaded", counts: counted(30, 3), notices: [] });
    expect(state.counts.waiting).toBe(3);
  });

  test("a thread that was read before the feed told something newer keeps the newer", () => {
    let state = inbox([], openThread());
    state = inboxReducer(
      state,
      change(20, {
        messages: [bubble(3)],
        threads: [
          { id: "t-1", accountId: "a", version: 3, window, remark: "邢女士", tags: ["职工"], followedAt: null, unfollowedAt: null },
        ],
      }),
    );
    expect(state.open?.view.resident).toMatchObject({ remark: "邢女士", tags: ["职工"] });
    state = inboxReducer(state, {
      type: "threadOpened",
      readAt: at(10),
      threadId: "t-1",
      open: openThread({ view: { messages: [bubble(1), bubble(2)], version: 2 } }),
    });
    expect(state.open?.view.messages.map(({ seq }) => seq)).toEqual(["1", "2", "3"]);
    expect(state.open?.view.version).toBe(3);
  });
});

describe("reading anew", () => {
  test("keeps what the feed told since the server read it", () => {
    let state = inboxReducer(
      inbox([row("1", 0)]),
      change(20, { questions: [row("2", 19, { dangerWord: "煤气" }), row("1", 0, { messageCount: 3 })] }),
    );
    state = inboxReducer(state, { type: "loaded", snapshot: snapshotOf(10, [row("1", 0)]) });
    expect(ids(state.arrived)).toEqual(["2"]);
    expect(state.rows[0]?.messageCount).toBe(3);
    state = inboxReducer(state, { type: "loaded", snapshot: snapshotOf(30, [row("1", 0)]) });
    expect(ids(state.arrived)).toEqual([]);
    expect(state.rows[0]?.messageCount).toBe(1);
  });

  test("an older page takes nothing back, and its rows leave the bar", () => {
    const mine = { id: "lin", name: "林" };
    let state = inboxReducer(inbox([row("1", 0)]), change(20, { questions: [row("2", 5, { assignedTo: mine })] }));
    state = inboxReducer(state, {
      type: "pageLoaded",
      read: { readAt: at(10), query: waiting, page: { rows: [row("2", 5), row("3", 6)], nextCursor: null } },
    });
    expect(ids(state.rows)).toEqual(["1", "2", "3"]);
    expect(state.rows[1]?.assignedTo).toEqual(mine);
    expect(state.arrived).toEqual([]);
  });

  test("a change far below what has been paged in is no news; one above it is", () => {
    const first = inboxReducer(inbox([]), { type: "loaded", snapshot: snapshotOf(1, [row("1", 0), row("5", 50)], {}, "more") });
    expect(ids(inboxReducer(first, change(20, { questions: [row("9", 90)] })).arrived)).toEqual([]);
    expect(ids(inboxReducer(first, change(20, { questions: [row("3", 30)] })).arrived)).toEqual(["3"]);
  });
});

describe("the open thread", () => {
  test("read again after an action, it keeps the pages that the officer had scrolled up to", () => {
    const scrolled = openThread({ view: { messages: [bubble(1), bubble(2), bubble(3)] } });
    const state = inboxReducer(inbox([], scrolled), {
      type: "threadOpened",
      readAt: at(30),
      threadId: "t-1",
      open: openThread({ view: { messages: [bubble(3), bubble(4)], hasEarlier: true } }),
    });
    expect(state.open?.view.messages.map(({ seq }) => seq)).toEqual(["1", "2", "3", "4"]);
    expect(state.open?.view.hasEarlier).toBe(false);
  });

  test("takes new messages in the order they arrived, whatever order they are told in; numbers beyond 2^53 too", () => {
    const big = (digit: number) => bubble(0, { id: `b${digit}`, seq: `900719925474099${digit}` });
    const state = inboxReducer(inbox([], openThread()), change(20, { messages: [big(4), big(2), big(3)] }));
    expect(state.open?.view.messages.map(({ id }) => id)).toEqual(["m1", "b2", "b3", "b4"]);
  });

  test("another thread's news leaves it alone", () => {
    const state = inbox([], openThread());
    expect(inboxReducer(state, change(20, { messages: [bubble(2, { threadId: "t-2" })] })).open).toBe(state.open);
  });

  test("earlier messages go before it, and only into the thread they belong to", () => {
    const state = inbox([], openThread({ view: { messages: [bubble(5)] } }));
    const earlier = { type: "earlierLoaded" as const, messages: [bubble(3), bubble(4)], hasEarlier: true };
    expect(inboxReducer(state, { ...earlier, threadId: "t-1" }).open?.view).toMatchObject({
      hasEarlier: true,
      messages: [{ seq: "3" }, { seq: "4" }, { seq: "5" }],
    });
    expect(inboxReducer(state, { ...earlier, threadId: "t-9" })).toBe(state);
  });

  test("one that is not there for this officer is told, not shown", () => {
    const state = inboxReducer(inbox([], openThread()), { type: "threadOpened", readAt: eight, threadId: "t-9", open: null });
    expect(state.missingId).toBe("t-9");
  });
});
