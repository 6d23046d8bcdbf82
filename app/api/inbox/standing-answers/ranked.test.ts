import { expect, test } from "vitest";
import { at, stranger } from "@/lib/questions/testing";
import { insertableAnswers, saidIn } from "@/lib/standing-answers/insertable";
import { anyOf, plant } from "@/lib/standing-answers/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { rankedAnswers } from "./ranked";

test("answers in their time are listed as an officer would send them, likest first to the question, or to what is typed", async () => {
  const { accountId, lin, hears } = await town();
  const article = { title: "要闻", description: "全区要闻", url: "https://a.cn/1", pictureUrl: "" };
  await plant(accountId, lin, { name: "新闻", number: 1, body: { kind: "articles", articles: [article] } }, at(-90));
  await plant(accountId, lin, { name: "天气", number: 2, asOf: at(-60), rules: [anyOf("下雨")] }, at(-90));
  await plant(
    accountId,
    lin,
    { name: "停水通知", number: 3, body: { kind: "text", text: "三号路今晚检修。" }, source: "区水务局" },
    at(-90),
  );
  await plant(accountId, lin, { name: "地图", number: 4, body: { kind: "picture", mediaId: "m", pictureUrl: "" } }, at(-90));
  await plant(accountId, lin, { name: "旧天气", number: 5, validUntil: at(-1) }, at(-90));
  const { questionId } = await hears("wang", "你好，我们三号路怎么没水了？", at(0));

  const answers = await insertableAnswers(lin.scope, accountId, at(0));
  expect(answers.map(({ text }) => text)).toEqual([
    "要闻\n全区要闻\nhttps://a.cn/1\n来源：区气象局。",
    "晴，5到12度。\n截至23日07:59，来源：区气象局。",
    "三号路今晚检修。\n来源：区水务局。",
  ]);
  const said = await saidIn(lin.scope, questionId ?? "");
  const named = (typed: string) => rankedAnswers(accountId, answers, { typed, said }).answers.map(({ name }) => name);
  expect(named("")).toEqual(["停水通知", "新闻", "天气"]);
  expect([named("会下雨吗"), named("一"), named("水务"), named("护照")]).toEqual([["天气"], ["新闻"], ["停水通知"], []]);

  const { scope } = stranger(lin);
  expect([await insertableAnswers(scope, accountId, at(0)), await saidIn(scope, questionId ?? "")]).toEqual([[], ""]);
});

test("of a thousand the first fifty are listed", () => {
  const answers = Array.from({ length: 1_000 }, (_, place) => {
    return { id: String(place), number: null, name: `第${place}项`, words: [], text: "办事指南", isStale: false };
  });
  const { answers: listed, found } = rankedAnswers("many", answers, { typed: "", said: "第777项怎么办" });
  expect([listed.length, found, listed[0]?.name]).toEqual([50, 1_000, "第777项"]);
});
