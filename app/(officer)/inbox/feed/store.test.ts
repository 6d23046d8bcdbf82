import { describe, expect, test } from "vitest";
import type { QuestionRow } from "@/lib/questions/queries";
import type { ThreadMessage, ThreadView } from "@/lib/threads/queries";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { type Change, inboxReducer, initialState, type Snapshot } from "./store";

const eight = new Date("2026-11-23T00:00:00Z");
const at = (seconds: number) => after(eight, seconds * SECOND);
const nobody = { closesAt: at(170_000), remaining: 5 };

function row(id: string, openedAt: number, more: Partial<QuestionRow> = {}): QuestionRow {
  return {
    id,
    accountId: "a",
    threadId: `t-${id}`,
    residentId: `r-${id}`,
    mark: "7F3A",
    remark: null,
    firstText: id,
    firstKind: "text",
    newestText: id,
    newestKind: "text",
    messageCount: 1,
    earlierCount: 0,
    openedAt: at(openedAt),
    targetMinutes: 10,
    dueAt: after(at(openedAt), 10 * MINUTE),
    firstRepliedAt: null,
    waitingSince: null,
    promisedAt: null,
    promisedUnit: null,
    promiseCount: 0,
    answeredAt: null,
    closedAt: null,
    closeReason: null,
    closedById: null,
    dangerWord: null,
    dangerDismissedAt: null,
    assignedTo: null,
    replyStatus: null,
    window: nobody,
    unfollowedAt: null,
    ...more,
  };
}

function bubble(seq: number, more: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id: `m${seq}`,
    threadId: "t-1",
    seq: String(seq),
    questionId: "1",
    direction: "inbound",
    kind: "text",
    nature: "content",
    text: `第${seq}句`,
    facts: null,
    at: at(seq),
    passiveReply: null,
    reply: null,
    ...more,
  };
}

const view: ThreadView = {
  id: "t-1",
  accountId: "a",
  version: 1,
  hasEarlier: false,
  messages: [bubble(1)],
  resident: { id: "r", mark: "7F3A", remark: null, openid: "o", firstSeenAt: eight, followedAt: null, unfollowedAt: null, window: nobody },
};

function inbox(rows: QuestionRow[], open: Snapshot["open"] = null) {
  const counts = { waiting: 0, mine: 0, promises: 0, late: 0, promisedToday: 0 };
  return initialState("lin", { readAt: eight, view: "waiting", page: { rows, nextCursor: null }, counts, notices: [], open });
}

const change = (now: number, more: Partial<Change>): { type: "changed"; change: Change } => ({
  type: "changed",
  change: { now: at(now), questions: [], threads: [], messages: [], notices: null, ...more },
});
const ids = (rows: QuestionRow[]) => rows.map(({ id }) => id);

describe("nothing moves under the pointer", () => {
  test("a new row waits behind the bar and finds its place by urgency when asked for", () => {
    let state = inbox([row("1", 0), row("3", 60)]);
    state = inboxReducer(state, change(70, { questions: [row("2", 30), row("4", 65, { dangerWord: "煤气" })] }));
    expect(ids(state.rows)).toEqual(["1", "3"]);
    expect(ids(state.arrived)).toEqual(["4", "2"]);
    state = inboxReducer(state, { type: "arrivedShown" });
    expect(ids(state.rows)).toEqual(["4", "1", "2", "3"]);
    expect(state.arrived).toEqual([]);
  });

  test("a shown row changes in place, stays when it is answered, and goes when the officer asks for the new order", () => {
    let state = inbox([row("1", 0), row("2", 30)]);
    state = inboxReducer(state, change(70, { questions: [row("1", 0, { answeredAt: at(69), firstRepliedAt: at(69) })] }));
    expect(state.rows[0]).toMatchObject({ id: "1", answeredAt: at(69) });
    expect(ids(inboxReducer(state, { type: "arrivedShown" }).rows)).toEqual(["2"]);
  });

  test("a shown row that becomes urgent stays in its place, counts in the bar, and comes on top when asked for", () => {
    const danger = row("2", 30, { dangerWord: "煤气" });
    let state = inboxReducer(inbox([row("1", 0), row("2", 30)]), change(70, { questions: [danger] }));
    expect(ids(state.rows)).toEqual(["1", "2"]);
    expect(state.rows[1]).toEqual(danger);
    expect(state.arrived).toEqual([danger]);
    expect(inboxReducer(state, change(80, { questions: [danger] })).arrived).toEqual([danger]);
    state = inboxReducer(state, { type: "arrivedShown" });
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

describe("an older reading never overwrites a newer one", () => {
  test("rows and bubbles", () => {
    let state = inbox([row("1", 0)], { view, questions: [row("1", 0)] });
    const withdrawn = bubble(2, { text: "新" });
    state = inboxReducer(state, change(20, { questions: [row("1", 0, { messageCount: 2 })], messages: [withdrawn] }));
    state = inboxReducer(state, change(10, { questions: [row("1", 0)], messages: [bubble(2, { text: "旧" })] }));
    expect(state.rows[0]?.messageCount).toBe(2);
    expect(state.open?.view.messages.at(-1)?.text).toBe("新");
  });

  test("a thread that was read before the feed told something newer keeps the newer", () => {
    let state = inbox([], { view, questions: [] });
    state = inboxReducer(
      state,
      change(20, { messages: [bubble(3)], threads: [{ id: "t-1", accountId: "a", version: 3, window: nobody }] }),
    );
    state = inboxReducer(state, {
      type: "threadOpened",
      readAt: at(10),
      threadId: "t-1",
      open: { view: { ...view, messages: [bubble(1), bubble(2)], version: 2 }, questions: [] },
    });
    expect(state.open?.view.messages.map(({ seq }) => seq)).toEqual(["1", "2", "3"]);
    expect(state.open?.view.version).toBe(3);
  });
});

describe("reading anew", () => {
  const snapshot = (readAt: number, rows: QuestionRow[], nextCursor: string | null = null): Snapshot => ({
    readAt: at(readAt),
    view: "waiting",
    page: { rows, nextCursor },
    counts: { waiting: 0, mine: 0, promises: 0, late: 0, promisedToday: 0 },
    notices: [],
    open: null,
  });

  test("keeps what the feed told since the server read it", () => {
    let state = inboxReducer(
      inbox([row("1", 0)]),
      change(20, { questions: [row("2", 19, { dangerWord: "煤气" }), row("1", 0, { messageCount: 3 })] }),
    );
    state = inboxReducer(state, { type: "loaded", snapshot: snapshot(10, [row("1", 0)]) });
    expect(ids(state.arrived)).toEqual(["2"]);
    expect(state.rows[0]?.messageCount).toBe(3);
    state = inboxReducer(state, { type: "loaded", snapshot: snapshot(30, [row("1", 0)]) });
    expect(ids(state.arrived)).toEqual([]);
    expect(state.rows[0]?.messageCount).toBe(1);
  });

  test("an older page takes nothing back, and its rows leave the bar", () => {
    const mine = { id: "lin", name: "林" };
    let state = inboxReducer(inbox([row("1", 0)]), change(20, { questions: [row("2", 5, { assignedTo: mine })] }));
    state = inboxReducer(state, {
      type: "pageLoaded",
      readAt: at(10),
      view: "waiting",
      page: { rows: [row("2", 5), row("3", 6)], nextCursor: null },
    });
    expect(ids(state.rows)).toEqual(["1", "2", "3"]);
    expect(state.rows[1]?.assignedTo).toEqual(mine);
    expect(state.arrived).toEqual([]);
  });

  test("a change far below what has been paged in is no news; one above it is", () => {
    const first = inboxReducer(inbox([]), { type: "loaded", snapshot: snapshot(1, [row("1", 0), row("5", 50)], "more") });
    expect(ids(inboxReducer(first, change(20, { questions: [row("9", 90)] })).arrived)).toEqual([]);
    expect(ids(inboxReducer(first, change(20, { questions: [row("3", 30)] })).arrived)).toEqual(["3"]);
  });
});

describe("the open thread", () => {
  test("read again after an action, it keeps the pages that the officer had scrolled up to", () => {
    const scrolled = { ...view, messages: [bubble(1), bubble(2), bubble(3)], hasEarlier: false };
    const state = inboxReducer(inbox([], { view: scrolled, questions: [] }), {
      type: "threadOpened",
      readAt: at(30),
      threadId: "t-1",
      open: { view: { ...view, messages: [bubble(3), bubble(4)], hasEarlier: true }, questions: [] },
    });
    expect(state.open?.view.messages.map(({ seq }) => seq)).toEqual(["1", "2", "3", "4"]);
    expect(state.open?.view.hasEarlier).toBe(false);
  });

  test("takes new messages in the order they arrived, whatever order they are told in; numbers beyond 2^53 too", () => {
    const big = (digit: number) => bubble(0, { id: `b${digit}`, seq: `900719925474099${digit}` });
    const state = inboxReducer(inbox([], { view, questions: [] }), change(20, { messages: [big(4), big(2), big(3)] }));
    expect(state.open?.view.messages.map(({ id }) => id)).toEqual(["m1", "b2", "b3", "b4"]);
  });

  test("another thread's news leaves it alone", () => {
    const state = inbox([], { view, questions: [] });
    expect(inboxReducer(state, change(20, { messages: [bubble(2, { threadId: "t-2" })] })).open).toBe(state.open);
  });

  test("earlier messages go before it, and only into the thread they belong to", () => {
    const state = inbox([], { view: { ...view, messages: [bubble(5)] }, questions: [] });
    const earlier = { type: "earlierLoaded" as const, messages: [bubble(3), bubble(4)], hasEarlier: true };
    expect(inboxReducer(state, { ...earlier, threadId: "t-1" }).open?.view).toMatchObject({
      hasEarlier: true,
      messages: [{ seq: "3" }, { seq: "4" }, { seq: "5" }],
    });
    expect(inboxReducer(state, { ...earlier, threadId: "t-9" })).toBe(state);
  });

  test("one that is not there for this officer is told, not shown", () => {
    const state = inboxReducer(inbox([], { view, questions: [] }), { type: "threadOpened", readAt: eight, threadId: "t-9", open: null });
    expect(state.missingId).toBe("t-9");
  });
});
