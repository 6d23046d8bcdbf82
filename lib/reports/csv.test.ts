import { expect, test } from "vitest";
import { csvLine } from "./csv";

test.each([
  ["=1+1", `"'=1+1"`],
  ["+86 13800000000", `"'+86 13800000000"`],
  ["-2", `"'-2"`],
  ["@SUM(A1:A9)", `"'@SUM(A1:A9)"`],
  ["\t=1+1", `"'\t=1+1"`],
  ["\r=1+1", `"'\r=1+1"`],
  ["\n=1+1", `"'\n=1+1"`],
  ["\0=1+1", `"'=1+1"`],
  ["＝1＋1", `"'＝1＋1"`],
  ["＋1", `"'＋1"`],
  ["－1", `"'－1"`],
  ["＠某人", `"'＠某人"`],
  [`=HYPERLINK("http://a.example","b")`, `"'=HYPERLINK(""http://a.example"",""b"")"`],
  [`a","=1+1`, `"a"",""=1+1"`],
  ["滨江路\r\n停电，几点来", `"滨江路\r\n停电，几点来"`],
  ["3=3", `"3=3"`],
  ["", `""`],
])("the words %j", (words, cell) => {
  expect(csvLine([words])).toBe(`${cell}\r\n`);
});

test("figures stay figures, and nothing stays empty", () => {
  expect(csvLine([-2, 0.978, null, Number.NaN, "停水"])).toBe(`-2,0.978,,,"停水"\r\n`);
});
