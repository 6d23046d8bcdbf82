import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { says } from "@/lib/replies/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { answeredCrowd, answers, at, crowd, delivered } from "./testing";
import { offerOf, otherAnswers, suggestedAnswers } from "./voices";

test("what colleagues tell others of the same matter, one by one or together; one's own is no other voice", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水", "三号路无水"]);
  for (const member of members.slice(0, 2)) await says(desk.zhao, member.threadId, "今晚六点来水。", at(20));
  await delivered(at(30));
  await answers(desk.he, clusterId, "今晚八点来水。", at(40));
  const others = await otherAnswers(desk.lin.scope, clusterId, desk.lin.id, at(50));
  expect(others.map(({ text, officer, times }) => [text, officer.name, times])).toEqual([
    ["今晚八点来水。", "何", 2],
    ["今晚六点来水。", "赵", 2],
  ]);
  expect((await otherAnswers(desk.zhao.scope, clusterId, desk.zhao.id, at(50))).map(({ text }) => text)).toEqual(["今晚八点来水。"]);
  expect(await otherAnswers(scopeOf([uuid()]), clusterId, desk.lin.id, at(50))).toEqual([]);
});

test("past answers to questions like this one, likest first, each text once, with their officer and date", async () => {
  const desk = await town();
  const past: string[] = [];
  for (const [index, text] of ["办证请带身份证。", "办证请带身份证。", "可以网上办理。"].entries()) {
    const { threadId, questionId } = await desk.hears(`o-${index}`, `怎么办居住证${index}`, at(index));
    await says(desk.zhao, threadId, text, at(10));
    past.push(questionId ?? "");
  }
  await delivered(at(20));
  const open = (await desk.hears("o-new", "居住证怎么办理", at(30))).questionId ?? "";
  await db.question.update({ where: { id: open }, data: { suggestedIds: past } });
  const found = await suggestedAnswers(desk.lin.scope, open);
  expect(found).toEqual([
    { questionId: past[0], asked: "怎么办居住证0", text: "办证请带身份证。", officer: { id: desk.zhao.id, name: "赵" }, sentAt: at(20) },
    { questionId: past[2], asked: "怎么办居住证2", text: "可以网上办理。", officer: { id: desk.zhao.id, name: "赵" }, sentAt: at(20) },
  ]);
  expect(await suggestedAnswers(scopeOf([uuid()]), open)).toEqual([]);
});

test("the answer that one key would send", async () => {
  const desk = await town();
  const { groupAnswerId, comes, members } = await answeredCrowd(desk, "三号路今晚八点来水。");
  const late = await comes("三号路也没水", at(100));
  expect(await offerOf(desk.lin.scope, late.questionId)).toMatchObject({
    groupAnswerId,
    text: "三号路今晚八点来水。",
    officer: { name: "林" },
  });
  expect(await offerOf(desk.lin.scope, members[0]?.questionId ?? "")).toBeNull();
  expect(await offerOf(scopeOf([uuid()]), late.questionId)).toBeNull();
});
