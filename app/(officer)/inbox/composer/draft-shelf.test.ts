import { expect, test } from "vitest";
import { emptyDraft, threadPaper } from "./draft";
import { DraftShelf } from "./draft-shelf";

const draft = { ...emptyDraft({ version: 3, seq: "41" }), text: "今晚八点来水" };
const tail = { draft, revision: 7 };

/** As a browser's sessionStorage keeps strings. */
function storage() {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, shelf: () => shelf };
}

test("each officer's words on each thread wait apart", () => {
  const { shelf } = storage();
  const place = (officer: string, thread: string) => new DraftShelf(shelf, threadPaper, officer, thread);
  place("lin", "one").keep(tail);
  place("lin", "other").keep({ ...tail, draft: { ...draft, text: "您好" } });
  expect(place("lin", "one").load()).toEqual(tail);
  expect(place("lin", "other").load()?.draft.text).toBe("您好");
  expect(place("zhao", "one").load()).toBeNull();
  place("lin", "one").forget();
  expect(place("lin", "one").load()).toBeNull();
});

test("without words nothing is left behind", () => {
  const { kept, shelf } = storage();
  const place = new DraftShelf(shelf, threadPaper, "lin", "one");
  place.keep(tail);
  place.keep({ ...tail, draft: { ...draft, text: " \n" } });
  expect(kept.size).toBe(0);
});

test("storage that is switched off or full costs nothing but the reload", () => {
  const off = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const place = new DraftShelf(off, threadPaper, "lin", "one");
  expect(() => place.keep(tail)).not.toThrow();
  expect(() => place.forget()).not.toThrow();
  expect(place.load()).toBeNull();
});
