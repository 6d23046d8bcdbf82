import { expect, test } from "vitest";
import { alikeEarlier } from "./alike";
import { Likest } from "./likest";

const ABOUT = ["天气，气温，下雨", "停水通知，停水", "公积金，住房公积金提取", "老年证，怎么办老年证", "今日要闻，新闻"];
const TEXTS = [
  "今天晴，5到12度。",
  "三号路今晚停水检修。",
  "带身份证到政务大厅二楼。",
  "满六十岁到社区办理。",
  "今天区里召开会议，明天下雨不停工。",
];
const likest = new Likest(ABOUT.map((about, place) => ({ about, text: TEXTS[place] ?? "" })));

test.each([
  ["请问今天我们这里怎么没水了，什么时候来水啊", "停水通知"],
  ["您好，我想把公积金取出来买房，要什么手续", "公积金"],
  ["我爸今年六十岁了，可以办老年证吗", "老年证"],
  ["明天会不会下雨", "天气"],
  ["大厅在哪", "公积金"],
])("%s: the likest one comes first, by rare letters, by its text and by words that mean the same", (asked, first) => {
  expect(ABOUT[likest.rank(asked)[0] ?? -1]).toContain(first);
});

test("what has nothing in common is not found", () => {
  expect(likest.rank("护照")).toEqual([]);
});

test("questions that nearly say the same are told, those of another number or another matter are not", () => {
  const questions = [
    "怎么办老年证",
    "三号路停水",
    "如何办理老年证",
    "五号路停水",
    "三号路停电",
    "生育津贴多久到账",
    "生育津贴什么时候到账",
  ];
  expect(alikeEarlier(questions)).toEqual([null, null, 0, null, null, null, 5]);
});
