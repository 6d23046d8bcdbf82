import { expect, test } from "vitest";
import { kindOf } from "./kinds";

test.each([
  ["三号路什么时候修好？", "inquiry"],
  ["好像有煤气味", "inquiry"],
  ["我要投诉物业，电梯坏了半个月没人管", "complaint"],
  ["办事大厅服务态度太差", "complaint"],
  ["社区和物业互相踢皮球", "complaint"],
  ["举报工地夜里偷偷排污水", "report"],
  ["我举报！也要投诉！", "report"],
  ["建议在学校门口加装红绿灯", "suggestion"],
  ["希望能增加早班车", "suggestion"],
  ["求助，老人走不动了，能帮忙找个车吗", "help"],
  ["求 助", "help"],
])("%s – %s", (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test.each(["投诉电话是多少", "怎么投诉物业", "请问在哪里可以举报", "有什么建议吗", "我不是投诉，就是问问", "可以投诉吗"])(
  "who asks how, or says it is none, only inquires: %s",
  (text) => {
    expect(kindOf(text)).toBe("inquiry");
  },
);
