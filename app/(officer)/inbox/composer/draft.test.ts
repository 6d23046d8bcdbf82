import { expect, test } from "vitest";
import { changedDraft, emptyDraft, knowing, parseTail, restoredDraft, saysSame, threadPaper } from "./draft";

const seen = { version: 3, seq: "41" };

test("while it is only being written a draft keeps its id", () => {
  const draft = emptyDraft(seen);
  expect(changedDraft(changedDraft(draft, { text: "您好" }), { kind: "ask" })).toEqual({ ...draft, text: "您好", kind: "ask" });
});

test("asked for again unchanged it is the same reply; changed it is another one, still on top of the thread as it was", () => {
  const tried = { ...emptyDraft(seen), text: "今晚八点来水", attempted: true };
  const changed = changedDraft(tried, { text: "今晚九点来水" });
  expect(changed.replyId).not.toBe(tried.replyId);
  expect(changed).toMatchObject({ attempted: false, seen });
});

test("what comes back stands before what was written since, under a new id", () => {
  const draft = { ...emptyDraft(seen), text: "还有一句", unit: "区住建局" };
  const later = { version: 5, seq: "44" };
  const back = restoredDraft(draft, { text: "第一句", kind: "interim" }, later);
  expect(back).toMatchObject({ text: "第一句\n还有一句", kind: "interim", unit: "区住建局", seen: later, attempted: false });
  expect(back.replyId).not.toBe(draft.replyId);
  expect(restoredDraft(emptyDraft(seen), { text: "第一句" }, later).text).toBe("第一句");
});

test("a draft survives storage to the letter", () => {
  const draft = changedDraft(emptyDraft(seen), { text: "“引号”\n换行", kind: "interim", unit: "水务公司", promisedAt: "2026-11-23T18:00" });
  expect(parseTail(JSON.stringify({ draft, revision: 7 }), threadPaper.isSeen)).toEqual({ draft, revision: 7 });
  expect(knowing(draft, { version: 4, seq: "42" })).toEqual({ ...draft, seen: { version: 4, seq: "42" } });
});

const odd = { draft: { ...emptyDraft(seen), kind: "shout" }, revision: 0 };
test.each([null, "", "{", "null", "[]", '{"text":"x"}', JSON.stringify(odd), JSON.stringify({ draft: emptyDraft(seen) })])(
  "%s is no draft",
  (text) => {
    expect(parseTail(text, threadPaper.isSeen)).toBeNull();
  },
);

test("signs that no database keeps make no difference: such a draft would be saved again and again", () => {
  expect(saysSame({ text: "好\0的\ud83d" }, { text: "好的\ufffd" })).toBe(true);
  expect(saysSame({ text: "好的" }, { text: "好的😀" })).toBe(false);
});
