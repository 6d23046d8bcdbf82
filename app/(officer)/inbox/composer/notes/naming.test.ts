import { expect, test } from "vitest";
import { namesFor, namingAt } from "./naming";

test("a name is being typed behind @, half or full width, up to the caret", () => {
  expect(namingAt("请@赵", 3)).toEqual({ from: 2, typed: "赵" });
  expect(namingAt("＠", 1)).toEqual({ from: 1, typed: "" });
  expect(namingAt("请@赵 看一下", 7)).toBeNull();
  expect(namingAt("desk@example", 12)).toBeNull();
  expect(namingAt("请@赵看一下", 3)).toEqual({ from: 2, typed: "赵" });
});

test("names and logins that begin so come before names that contain it", () => {
  const people = [
    ["何", "he"],
    ["小赵", "zhao2"],
    ["赵一鸣", "yiming"],
  ].map(([name = "", login = ""]) => ({ name, login }));
  expect(namesFor(people, "赵").map(({ name }) => name)).toEqual(["赵一鸣", "小赵"]);
  expect(namesFor(people, "Zh").map(({ name }) => name)).toEqual(["小赵"]);
  expect(namesFor(people, "")).toHaveLength(3);
});
