import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { begunNote, forgetBegunNotes, keepBegunNote } from "./note-text";

/** As a browser's sessionStorage keeps strings. */
class Strings {
  [key: string]: unknown;
  getItem = (key: string) => (this[key] as string | undefined) ?? null;
  setItem = (key: string, value: string) => {
    this[key] = value;
  };
  removeItem = (key: string) => {
    delete this[key];
  };
}

beforeEach(() => void vi.stubGlobal("sessionStorage", new Strings()));
afterEach(() => void vi.unstubAllGlobals());

test("what was begun waits for its officer, thread by thread, and not when it is empty", () => {
  keepBegunNote("lin", "one", "请@赵 看一下");
  keepBegunNote("lin", "other", " \n");
  expect(begunNote("lin", "one")).toBe("请@赵 看一下");
  expect(begunNote("lin", "other")).toBe("");
  expect(begunNote("zhao", "one")).toBe("");
});

test("who signs out leaves no note in the tab, and a tab keeps none of another officer's", () => {
  sessionStorage.setItem("jida-draft-lin-one", "稿");
  for (const officer of ["lin", "zhao"]) keepBegunNote(officer, "one", "备注");
  forgetBegunNotes("zhao");
  expect([begunNote("lin", "one"), begunNote("zhao", "one")]).toEqual(["", "备注"]);
  forgetBegunNotes();
  expect(begunNote("zhao", "one")).toBe("");
  expect(sessionStorage.getItem("jida-draft-lin-one")).toBe("稿");
});

test("where storage is switched off nothing is kept and nothing breaks", () => {
  vi.stubGlobal("sessionStorage", undefined);
  keepBegunNote("lin", "one", "备注");
  forgetBegunNotes();
  expect(begunNote("lin", "one")).toBe("");
});
