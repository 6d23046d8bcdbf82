import { expect, test } from "vitest";
import { lettersOf } from "./letters";

test.each([
  ["停水公告", "tsgg", "tingshuigonggao"],
  ["绿化投诉", "lhts", "lvhuatousu"],
  ["重庆路", "cql", "chongqinglu"],
  ["ＥＴＣ 12345，转办", "etc12345zb", "etc12345zhuanban"],
  ["😀！", "", ""],
])("%s is found under %s and %s", (title, initials, pinyin) => {
  expect(lettersOf(title)).toEqual({ initials, pinyin });
});
