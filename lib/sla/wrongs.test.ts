import { describe, expect, test } from "vitest";
import { clockOf, type History, type HistoryEntry, outcomeOf } from "./history";
import { dutyOf, explainDuty, firstResponse } from "./rules";
import { type Calendar, calendarInput, type Policy, type PolicyRule } from "./schema";
import { type Book, DEFAULT_BOOK, DEFAULT_POLICY } from "./terms";

/** What clocks elsewhere were known to get wrong. */
const OFFICE = [
  { from: "08:30", to: "12:00" },
  { from: "13:30", to: "17:30" },
];
const calendar: Calendar = calendarInput.parse({
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  days: [
    { day: "2026-11-26", name: "休", periods: [] },
    { day: "2026-11-28", name: "调休", periods: OFFICE },
  ],
});
const policy = (more: Partial<PolicyRule>): Policy => ({
  ...DEFAULT_POLICY,
  rules: DEFAULT_POLICY.rules.map((rule) => ({ ...rule, ...more })),
});
const at = (local: string) => new Date(`2026-11-${local.replace(" ", "T")}:00+08:00`);
const since = at("01 00:00");
const book: Book = {
  timeZone: "Asia/Shanghai",
  policies: [{ id: "p", effectiveFrom: since, policy: policy({ answerMinutes: 60 }) }],
  calendars: [{ id: "c", effectiveFrom: since, calendar }],
};
const never = at("30 23:00");

type Loose = { type: HistoryEntry["type"]; at: string } & Record<string, unknown>;
function history(opened: string, ...entries: Loose[]): History {
  const reply = { counts: true, standing: false, promisedAt: null, unseenSince: null };
  const full = entries.map((entry) => ({ ...(entry.type === "replied" ? reply : { urgent: false }), ...entry, at: at(entry.at) }));
  return { openedAt: at(opened), kind: "inquiry", urgent: false, entries: [said(opened), ...full] as HistoryEntry[] };
}
const said = (local: string): HistoryEntry => ({ type: "said", at: at(local), urgent: false });
const due = (opened: string, held: Book = book) => clockOf(history(opened), held).firstResponse.dueAt;

describe("duty hours", () => {
  test("several periods a day, lunch between them", () => {
    expect([due("23 11:55"), due("23 12:10"), due("23 17:28")]).toEqual([at("23 13:35"), at("23 14:00"), at("24 08:38")]);
  });

  test("a holiday is left out, a make-up day is worked, and 48 hours are never six days unsaid", () => {
    expect([due("25 17:25"), due("27 18:00")]).toEqual([at("27 08:35"), at("28 09:00")]);
    const { row } = clockOf(history("27 18:00"), book);
    expect(explainDuty(row, dutyOf(row, null))).toMatchObject({
      key: "explain.firstResponseOutside",
      values: { from: at("27 18:00"), counted: at("28 08:30"), minutes: 30, at: at("28 09:00") },
    });
  });

  test("a response at night to what came at night is in time, and its clock was no number of hours", () => {
    const { firstResponse: first } = clockOf(history("23 22:00", { type: "replied", kind: "answer", at: "23 23:00" }), book);
    expect([first.metAt, outcomeOf(first, never)]).toEqual([at("23 23:00"), "met"]);
  });
});

describe("milestones", () => {
  const asks = (local: string, more = {}) => ({ type: "replied" as const, kind: "ask", at: local, ...more });

  test("a later message never takes the place of the first response", () => {
    const clock = clockOf(history("23 09:00", { type: "said", at: "23 09:09" }), book);
    expect([clock.firstResponse.dueAt, clock.nextResponses]).toEqual([at("23 09:10"), []]);
  });

  test("whoever answered last owes nothing: no clock runs after our word", () => {
    const { row } = clockOf(history("23 09:00", asks("23 09:05")), book);
    expect(dutyOf(row, null)).toEqual({ milestone: "none", at: null });
  });

  test("a message after our word owes at once, not from the second one on, and nothing of it is empty", () => {
    const clock = clockOf(history("23 09:00", asks("23 09:05"), { type: "said", at: "23 09:30" }), book);
    expect(clock.row).toMatchObject({ waitingSince: at("23 09:30"), nextMinutes: 10, nextCountedFrom: null, nextDueAt: at("23 09:40") });
    expect(clock.nextResponses).toHaveLength(1);
  });

  test("each wait is met or late by itself", () => {
    const clock = clockOf(
      history(
        "23 09:00",
        ...[asks("23 09:10"), { type: "said" as const, at: "23 09:30" }, asks("23 09:41"), { type: "said" as const, at: "23 10:00" }],
        asks("23 10:10", { kind: "answer" }),
      ),
      book,
    );
    expect([clock.firstResponse, ...clock.nextResponses].map((milestone) => outcomeOf(milestone, never))).toEqual([
      "met",
      "breached",
      "met",
    ]);
  });

  test("a reply that had not seen the message starts no new clock for it and meets none", () => {
    const clock = clockOf(
      history("23 09:00", asks("23 09:05"), { type: "said", at: "23 09:30" }, asks("23 09:31", { unseenSince: at("23 09:30") })),
      book,
    );
    expect(clock.nextResponses).toMatchObject([{ from: at("23 09:30"), dueAt: at("23 09:40"), metAt: null }]);
  });

  test("an answer that had not seen the last message leaves its wait to the question that it opens", () => {
    const unseen = asks("23 09:31", { kind: "answer", unseenSince: at("23 09:30") });
    const clock = clockOf(history("23 09:00", asks("23 09:05"), { type: "said", at: "23 09:30" }, unseen), book);
    expect([clock.nextResponses, clock.row.waitingSince, clock.row.answeredAt]).toEqual([[], null, at("23 09:31")]);
  });

  test("a promise that was kept, one that was extended in time, one that passed", () => {
    const promises = (local: string, promised: string) => ({
      type: "replied" as const,
      kind: "interim",
      at: local,
      promisedAt: at(promised),
    });
    const outcomes = (...entries: Loose[]) =>
      clockOf(history("23 09:00", ...entries), book).promises.map((milestone) => outcomeOf(milestone, at("25 09:00")));
    expect(outcomes(promises("23 09:05", "24 18:00"), asks("24 18:00", { kind: "answer" }))).toEqual(["met"]);
    expect(outcomes(promises("23 09:05", "24 18:00"), promises("24 17:00", "25 18:00"))).toEqual(["ended", "running"]);
    expect(outcomes(promises("23 09:05", "24 18:00"), promises("24 18:01", "25 18:00"))).toEqual(["breached", "running"]);
  });

  test("closed wrongly and reopened: due when it always was; one that had been answered waits from the reopening on", () => {
    const closed = clockOf(history("23 09:00", { type: "closed", at: "23 09:05" }, { type: "reopened", at: "23 11:00" }), book);
    expect([dutyOf(closed.row, null).at, firstResponse(closed.row, at("23 11:00"))]).toEqual([at("23 09:10"), "breached"]);
    const undone = clockOf(history("23 09:00", { type: "closed", at: "23 09:05" }, { type: "closeUndone", at: "23 09:06" }), book);
    expect(dutyOf(undone.row, null).at).toEqual(at("23 09:10"));
    const answered = clockOf(history("23 09:00", asks("23 09:05", { kind: "answer" }), { type: "reopened", at: "23 17:25" }), book);
    expect(answered.row.nextDueAt).toEqual(at("24 08:35"));
    expect(dutyOf(answered.row, null)).toEqual({ milestone: "answer", at: at("23 10:00") });
  });

  test("a standing answer is a line of its own until the resident types again", () => {
    const { firstResponse: first, row } = clockOf(history("23 09:00", asks("23 09:20", { kind: "answer", standing: true })), book);
    expect([outcomeOf(first, never), firstResponse(row, never)]).toEqual(["selfServed", "selfServed"]);
  });
});

describe("the answer's clock", () => {
  test("stands still while the resident was asked, and loses none of it, whatever policies come later", () => {
    const changed = {
      ...book,
      policies: [...book.policies, { id: "q", effectiveFrom: at("23 09:15"), policy: policy({ answerMinutes: 5 }) }],
    };
    const asked = history("23 09:00", { type: "replied", kind: "ask", at: "23 09:10" }, { type: "said", at: "23 11:30" });
    expect(clockOf(asked, changed).answer).toMatchObject({ dueAt: at("23 13:50"), pausedMinutes: 140, targetMinutes: 60 });
    expect(clockOf({ ...asked, entries: asked.entries.slice(0, 2) }, changed).answer?.dueAt).toBeNull();
  });

  test("runs on through a wrong closing, and is no target where the policy has none", () => {
    const closed = history("23 09:00", { type: "closed", at: "23 09:05" }, { type: "reopened", at: "23 17:00" });
    expect(clockOf(closed, book).answer).toMatchObject({ dueAt: at("23 10:00"), endedAt: null });
    expect(clockOf(closed, DEFAULT_BOOK).answer).toBeNull();
  });

  test("is not stopped by a message that was said before our question was taken", () => {
    const crossing = history("23 09:00", { type: "replied", kind: "ask", at: "23 09:10" }, { type: "said", at: "23 09:09" });
    expect(clockOf(crossing, book).answer).toMatchObject({ dueAt: at("23 10:00"), pausedMinutes: 0 });
  });
});

test("kind and danger are those of the start: what an officer learns later moves no clock that runs, but the next one", () => {
  const kinds: Book = { ...book, policies: [{ id: "p", effectiveFrom: since, policy: byKind() }] };
  const clock = clockOf(
    history(
      "23 09:00",
      ...[
        { type: "kindSet" as const, kind: "complaint", at: "23 09:01" },
        { type: "dangerRaised" as const, at: "23 09:02" },
      ],
      ...[
        { type: "dangerDismissed" as const, at: "23 09:03" },
        { type: "replied" as const, kind: "ask", at: "23 09:04" },
      ],
      { type: "said", at: "23 09:30" },
    ),
    kinds,
  );
  expect([clock.firstResponse.dueAt, clock.row.nextDueAt]).toEqual([at("23 09:10"), at("23 09:35")]);
});

function byKind(): Policy {
  const complaint = policy({ kinds: ["complaint"], nextResponse: { minutes: 5, outsideMinutes: 5 } }).rules;
  return { ...DEFAULT_POLICY, rules: [...complaint, ...DEFAULT_POLICY.rules] };
}
