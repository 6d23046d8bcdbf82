import { beforeEach, expect, test, vi } from "vitest";
import { emptyDraft } from "@/app/(officer)/inbox/composer/draft";
import { DraftShelf } from "@/app/(officer)/inbox/composer/draft-shelf";
import { after } from "@/lib/time/rules";
import { carryWords, groupDraftSaver } from "./group-drafts";
import { groupPaper, TO_ALL } from "./group-words";

const eight = new Date("2026-11-23T00:00:00Z");
const draft = {
  ...emptyDraft({ ...TO_ALL, members: [{ questionId: crypto.randomUUID(), threadVersion: 1 }] }),
  text: "正在抢修，今晚八点",
};
const shelfOf = (clusterId: string) => new DraftShelf(() => sessionStorage, groupPaper, "lin", clusterId);

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.useFakeTimers();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

test("the last letters of a tab go along into the group that this one went into, on top of what the server has moved", () => {
  shelfOf("from").keep({ draft, revision: 7 });
  expect(carryWords("lin", "from", "into")).toBe(true);
  expect([shelfOf("from").load(), shelfOf("into").load()]).toEqual([null, { draft, revision: 0 }]);
  const saved = { ...draft, text: "正在抢修", promised: "", revision: 7, savedAt: eight, clusterId: "into" };
  const saver = groupDraftSaver("lin", "into", { readAt: after(eight, 1), saved });
  saver.recover();
  expect(saver.state.get()).toMatchObject({ status: "unsaved", draft: { text: "正在抢修，今晚八点", seen: draft.seen } });
});

test("other words that the officer has there stand beside them until one of the two is chosen", () => {
  shelfOf("from").keep({ draft, revision: 7 });
  carryWords("lin", "from", "into");
  const saved = { ...emptyDraft(TO_ALL), text: "明天检修", promised: "", revision: 3, savedAt: eight, clusterId: "into" };
  const saver = groupDraftSaver("lin", "into", { readAt: eight, saved });
  saver.recover();
  expect(saver.state.get()).toMatchObject({ status: "moved", draft: { text: draft.text }, other: { text: "明天检修" } });
});

test("words that wait there already are not written over, and where nothing was written nothing goes", () => {
  const other = { draft: { ...draft, text: "明天检修" }, revision: 0 };
  shelfOf("into").keep(other);
  shelfOf("from").keep({ draft, revision: 7 });
  carryWords("lin", "from", "into");
  expect([shelfOf("into").load(), shelfOf("from").load()]).toEqual([other, { draft, revision: 7 }]);
  expect(carryWords("lin", "empty", "into")).toBe(false);
});
