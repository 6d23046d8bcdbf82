import { describe, expect, test } from "vitest";
import type { ThreadNote } from "@/lib/notes/queries";
import type { QuestionRow } from "@/lib/questions/queries";
import type { ReplyState, ThreadMessage } from "@/lib/threads/queries";
import { threadItems } from "./thread-items";

const at = (time: string) => new Date(`2026-11-22T${time}+08:00`);
const SHANGHAI = "Asia/Shanghai";
let seq = 0;

function message(said: Partial<ThreadMessage> & { at: Date }): ThreadMessage {
  seq += 1;
  const common = { threadId: "t", questionId: null, facts: null, passiveReply: null, media: null, reply: null };
  return { ...common, id: `m${seq}`, seq: `${seq}`, direction: "inbound", kind: "text", nature: "content", text: "水", ...said };
}

const reply = (id: string): ReplyState => ({
  id,
  kind: "answer",
  status: "sent",
  officer: { id: "o", name: "林" },
  sendAfterAt: at("08:05"),
  sentAt: at("08:05"),
  promisedUnit: null,
  promisedAt: null,
  partCount: 2,
  partsSent: 2,
  attempts: 1,
  errorCode: null,
});

function question(id: string, openedAt: Date, ended: Partial<Pick<QuestionRow, "answeredAt" | "closedAt">> = {}): QuestionRow {
  return { id, openedAt, answeredAt: null, closedAt: null, ...ended } as QuestionRow;
}

const typesOf = (messages: ThreadMessage[], questions: QuestionRow[] = []) =>
  threadItems(messages, questions, SHANGHAI).map(({ type }) => type);

describe("days", () => {
  test("a day is announced once, and the next one at midnight by the account's clock", () => {
    const evening = [message({ at: at("23:58") }), message({ at: at("23:59:59") }), message({ at: new Date("2026-11-22T16:00:00Z") })];
    expect(typesOf(evening)).toEqual(["day", "inbound", "inbound", "day", "inbound"]);
    const there = threadItems(evening, [], "America/New_York").map(({ type }) => type);
    expect(there).toEqual(["day", "inbound", "inbound", "inbound"]);
  });

  test("nothing said, nothing shown", () => {
    expect(threadItems([], [question("q", at("08:00"), { closedAt: at("08:05") })], SHANGHAI)).toEqual([]);
  });
});

test("a half that was split off starts where its words do, though both were said in the same second", () => {
  const halves = [question("q2", at("08:00")), question("q1", at("08:00"))];
  const said = [message({ at: at("08:00"), questionId: "q1" }), message({ at: at("08:00"), questionId: "q2" })];
  for (const rows of [halves, halves.toReversed()]) {
    const started = threadItems(said, rows, SHANGHAI).flatMap((item) => (item.type === "questionStarted" ? [item.question.id] : []));
    expect(started).toEqual(["q2"]);
    expect(threadItems(said, rows, SHANGHAI).map(({ type }) => type)).toEqual(["day", "inbound", "questionStarted", "inbound"]);
  }
});

describe("bubbles", () => {
  test("in one breath they stand close, after a pause or a reply they don't", () => {
    const said = [
      message({ at: at("08:00") }),
      message({ at: at("08:01") }),
      message({ at: at("08:06") }),
      message({ at: at("08:06"), direction: "outbound", reply: reply("r") }),
      message({ at: at("08:07") }),
    ];
    const tight = threadItems(said, [], SHANGHAI).flatMap((item) => (item.type === "inbound" ? [item.tight] : []));
    expect(tight).toEqual([false, true, false, false]);
  });

  test("the messages of one reply are one item, even with a message between them", () => {
    const said = [
      message({ id: "a", at: at("08:05"), direction: "outbound", reply: reply("r1") }),
      message({ id: "b", at: at("08:05") }),
      message({ id: "c", at: at("08:05"), direction: "outbound", reply: reply("r1") }),
      message({ id: "d", at: at("08:06"), direction: "outbound", reply: reply("r2") }),
    ];
    const items = threadItems(said, [], SHANGHAI).flatMap((item) => (item.type === "reply" ? [item.messages.map(({ id }) => id)] : []));
    expect(items).toEqual([["a", "c"], ["d"]]);
  });

  test("an event is a note", () => {
    expect(typesOf([message({ at: at("08:00"), kind: "event", nature: "event", text: "subscribe" })])).toEqual(["day", "event"]);
  });
});

describe("questions", () => {
  const first = question("q1", at("08:00"), { answeredAt: at("08:05") });
  const second = question("q2", at("09:00"));
  const said = [
    message({ at: at("08:00"), questionId: "q1" }),
    message({ at: at("08:04"), direction: "outbound", questionId: "q1", reply: reply("r") }),
    message({ at: at("09:00"), questionId: "q2" }),
    message({ at: at("09:01"), questionId: "q2" }),
  ];

  test("an ended one is closed before what came after, a later one is announced once, the first one never", () => {
    expect(typesOf(said, [second, first])).toEqual(["day", "inbound", "reply", "questionEnded", "questionStarted", "inbound", "inbound"]);
  });

  test("the first message of each is where links lead", () => {
    const starts = threadItems(said, [second, first], SHANGHAI).flatMap((item) => (item.type === "inbound" ? [item.starts] : []));
    expect(starts).toEqual(["q1", "q2", null]);
  });

  test("one that ended last stands at the end; one that ended before the first message shown is left out", () => {
    expect(typesOf(said.slice(2), [question("q2", at("09:00"), { closedAt: at("09:30") }), first])).toEqual([
      "day",
      "questionStarted",
      "inbound",
      "inbound",
      "questionEnded",
    ]);
  });
});

describe("notes", () => {
  const note = (id: string, when: Date): ThreadNote => ({
    id,
    accountId: "a",
    threadId: "t",
    officer: { id: "o", name: "林" },
    text: "交警说十点通",
    at: when,
    removedAt: null,
    mentioned: [],
  });
  const said = () => [message({ at: at("09:00") }), message({ at: at("09:20") })];
  const shown = (notes: ThreadNote[], isWhole: boolean) => threadItems(said(), [], SHANGHAI, { notes, isWhole }).map(({ type }) => type);

  test("stand among the bubbles by time, and the last ones at the end, on a day of their own", () => {
    const notes = [note("n1", at("09:10")), note("n2", new Date("2026-11-22T16:00:00Z"))];
    expect(shown(notes, true)).toEqual(["day", "inbound", "note", "inbound", "day", "note"]);
  });

  test("from before the first message wait until everything is shown", () => {
    const early = [note("n0", at("08:00"))];
    expect(shown(early, false)).toEqual(["day", "inbound", "inbound"]);
    expect(shown(early, true)).toEqual(["day", "note", "inbound", "inbound"]);
  });

  test("stand in a thread without any message, too", () => {
    expect(threadItems([], [], SHANGHAI, { notes: [note("n1", at("09:10"))], isWhole: true }).map(({ type }) => type)).toEqual([
      "day",
      "note",
    ]);
  });
});
