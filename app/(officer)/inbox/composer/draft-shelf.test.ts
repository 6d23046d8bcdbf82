import { expect, test } from "vitest";
import { emptyDraft } from "./draft";
import { loadDraft, saveDraft } from "./draft-store";

const draft = { ...emptyDraft({ version: 3, seq: "41" }), text: "今晚八点来水" };

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

test("each thread has its own draft, id included", () => {
  const { shelf } = storage();
  saveDraft(shelf, "one", draft);
  saveDraft(shelf, "other", { ...draft, text: "您好" });
  expect(loadDraft(shelf, "one")).toEqual(draft);
  expect(loadDraft(shelf, "other")?.text).toBe("您好");
  expect(loadDraft(shelf, "third")).toBeNull();
});

test("a draft without words leaves nothing behind", () => {
  const { kept, shelf } = storage();
  saveDraft(shelf, "one", draft);
  saveDraft(shelf, "one", { ...draft, text: " \n" });
  expect(kept.size).toBe(0);
});

test("storage that is switched off or full costs nothing but the reload", () => {
  const off = () => {
    throw new DOMException("denied", "SecurityError");
  };
  expect(() => saveDraft(off, "one", draft)).not.toThrow();
  expect(loadDraft(off, "one")).toBeNull();
});
