import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimQuestion } from "./claim-question";
import { closeQuestion } from "./close-question";
import { listProgramQuestions, programQuestion } from "./program-questions";
import { reopenQuestion } from "./reopen-question";

test("its text is every word of the resident in order, and nothing else", async () => {
  const { hears, lin } = await town();
  const { questionId } = await hears("openid-wang", "三号路停水了");
  await hears("openid-wang", "", now(), { kind: "image" });
  await hears("openid-wang", "谢谢");
  await hears("openid-wang", "【收到不支持的消息类型，暂无法显示】");
  const question = await programQuestion(lin.scope, questionId ?? "");
  expect(question).toMatchObject({ text: "三号路停水了\n谢谢", openid: "openid-wang", threadVersion: 4 });
});

test("a picture alone has no words", async () => {
  const { hears, lin } = await town();
  await hears("openid-wang", "", now(), { kind: "image" });
  expect((await listProgramQuestions(lin.scope, { limit: 5 })).items).toMatchObject([{ text: "", status: "open" }]);
});

test("the status follows the facts", async () => {
  const { hears, lin } = await town();
  const { questionId } = await hears("openid-wang", "三号路停水了");
  const id = questionId ?? "";
  await db.question.update({ where: { id }, data: { answeredAt: now(), collecting: false } });
  expect(await programQuestion(lin.scope, id)).toMatchObject({ status: "answered", assignedTo: null });
  await reopenQuestion({ questionId: id }, lin);
  await claimQuestion({ questionId: id }, lin);
  expect(await programQuestion(lin.scope, id)).toMatchObject({ status: "open", assignedTo: lin.id });
  await closeQuestion({ questionId: id, reason: "repeated" }, lin);
  expect(await programQuestion(lin.scope, id)).toMatchObject({ status: "closed" });
});
