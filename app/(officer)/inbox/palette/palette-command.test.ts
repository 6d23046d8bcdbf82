import { expect, test } from "vitest";
import { offered, type PaletteCommand, withRecent } from "./palette-command";

const command = (id: string, name: string, label = name): PaletteCommand => ({ id, label, name, keys: "" });
const commands = [
  command("reply", "写回复"),
  command("note", "写内部备注"),
  command("filter-complaint", "投诉", "筛选：投诉"),
  command("page-password", "密码", "设置：密码"),
];
const letters = {
  写回复: { initials: "xhf", pinyin: "xiehuifu" },
  写内部备注: { initials: "xnbbz", pinyin: "xieneibubeizhu" },
  投诉: { initials: "ts", pinyin: "tousu" },
};
const offer = (typed: string, recent: string[] = []) => offered(typed, { commands, quickReplies: [], letters, recent });
const ids = (typed: string, recent: string[] = []) => {
  const { latest, rest } = offer(typed, recent);
  return [...latest, ...rest].map(({ id }) => id);
};

test.each([
  ["回复", ["reply"]],
  ["xhf", ["reply"]],
  ["xie", ["reply", "note"]],
  ["ＸＮ", ["note"]],
  ["tousu", ["filter-complaint"]],
  ["筛选", ["filter-complaint"]],
  ["密码", ["page-password"]],
  ["停水", []],
])("%s finds %j", (typed, found) => expect(ids(typed)).toEqual(found));

test("with nothing typed the recent ones stand first, the latest at the top", () => {
  expect(ids("", ["page-password", "note"])).toEqual(["page-password", "note", "reply", "filter-complaint"]);
  expect(offer("", ["page-password", "note"]).latest.map(({ id }) => id)).toEqual(["page-password", "note"]);
});

test("a recent one goes before its equals, and never before a better match", () => {
  expect(ids("xie", ["note"])).toEqual(["note", "reply"]);
  expect(ids("x", ["filter-complaint"])[0]).not.toBe("filter-complaint");
});

test("of what is typed the best eight commands and five texts are offered, of nothing typed no texts", () => {
  const many = Array.from({ length: 20 }, (_, index) => command(`c${index}`, `写${index}`));
  const text = { title: "写好的", text: "写好的话", initials: "xhd", pinyin: "xiehaode", uses: 0, lastUsedAt: null };
  const given = { commands: many, quickReplies: Array(9).fill(text), letters: {}, recent: ["c3"] };
  expect(offered("写", given)).toMatchObject({ latest: [], rest: { length: 8 }, answers: { length: 5 } });
  expect(offered(" ", given)).toMatchObject({ latest: [{ id: "c3" }], rest: { length: 19 }, answers: [] });
});

test("six are remembered, each once", () => {
  expect(["a", "b", "c", "b", "d", "e", "f", "g"].reduce<string[]>(withRecent, [])).toEqual(["g", "f", "e", "d", "b", "c"]);
});
