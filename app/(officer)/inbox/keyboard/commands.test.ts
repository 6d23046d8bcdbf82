import { expect, test } from "vitest";
import en from "@/locales/en.json";
import zhCN from "@/locales/zh-CN.json";
import { bindingsOf, COMMAND_GROUPS, COMMANDS, commandList, commandOf } from "./commands";
import { faultOf } from "./keys";

const standing = bindingsOf({});

test("every command has a key of its own and words in both languages", () => {
  expect(new Set(COMMANDS.map(({ id, inGroup }) => `${inGroup} ${standing[id]}`)).size).toBe(COMMANDS.length);
  const ids = COMMANDS.map(({ id }) => id).sort();
  expect(Object.keys(zhCN.commands).sort()).toEqual(ids);
  expect(Object.keys(en.commands).sort()).toEqual(ids);
  expect(Object.keys(zhCN.shortcuts.groups)).toEqual([...COMMAND_GROUPS]);
});

test("a standing key could be chosen by hand too, save those that stay", () => {
  const strange = COMMANDS.filter(({ key, inText = false, fixed }) => !fixed && key !== "Enter" && key !== "Space" && faultOf(key, inText));
  expect(strange).toEqual([]);
});

test("keys of later commands are free", () => {
  for (const key of ["C", "D", "Space"]) expect(commandOf(key, standing), key).toBeNull();
});

test("an own key replaces the standing one, and takes it from the command that had it", () => {
  const own = bindingsOf({ snooze: "E" });
  expect(commandOf("E", own)).toBe("snooze");
  expect(commandOf("S", own)).toBeNull();
  expect(own.close).toBe("");
});

test("a command can be without a key, and a key that nobody has does nothing", () => {
  expect(bindingsOf({ close: "" }).close).toBe("");
  expect(commandOf("", bindingsOf({ close: "" }))).toBeNull();
  expect(commandOf("Ctrl+Y", standing)).toBeNull();
});

test("unknown commands and keys that stay are left alone", () => {
  expect(bindingsOf({ fly: "F", back: "Q" })).toEqual(standing);
});

test("in the list of a group its own commands come before the others, and each place keeps its own keys", () => {
  expect(commandOf("X", standing)).toBe("select");
  expect(commandOf("X", standing, true)).toBe("apart");
  expect(commandOf("J", standing, true)).toBe("next");
  const own = bindingsOf({ apart: "S" });
  expect([commandOf("S", own), commandOf("S", own, true), commandOf("X", own, true)]).toEqual(["snooze", "apart", "select"]);
});

test("the palette is offered what makes sense without its key, in the officer's words", () => {
  const list = commandList((id) => `<${id}>`, bindingsOf({ reply: "Y" }));
  expect(list).toContainEqual({ id: "reply", label: "<reply>", keys: "Y", inGroup: false });
  expect(list.filter(({ inGroup }) => inGroup).map(({ id }) => id)).toEqual(["toggleMember", "apart", "merge", "takeInLate"]);
  expect(list.map(({ id }) => id)).not.toContain("palette");
});
