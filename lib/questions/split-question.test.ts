import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { listQuestions } from "@/lib/questions/queries";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { splitQuestionInput } from "./schema";
import { splitQuestion } from "./split-question";
import { at, eight, question, stranger, told } from "./testing";

/** A resident who asks two things in one breath. */
async function two(...texts: string[]) {
  const desk = await town();
  const heard = [];
  for (const [index, text] of texts.entries()) heard.push(await desk.hears("o-xing", text, at(30 * index)));
  return {
    ...desk,
    questionId: heard[0]?.questionId ?? "",
    messageIds: heard.map(({ messageId }) => messageId) as [string, string, string],
  };
}

test("the chosen messages become a question with its own clock and number; the next message joins the first", async () => {
  const { lin, hears, questionId, messageIds } = await two("三号路停水了", "还有，路灯不亮", "好几天了");
  const input = splitQuestionInput.parse({ questionId, threadVersion: 3, messageIds: messageIds.slice(1) });
  const { questionId: otherId } = await splitQuestion(input, lin, at(100));
  expect(await question(otherId)).toMatchObject({ openedAt: at(30), dueAt: at(630), splitFromId: questionId, collecting: false });
  expect(await question(questionId)).toMatchObject({ openedAt: eight, dueAt: at(600), collecting: true });
  const rows = (await listQuestions(lin.scope, { status: "open", limit: 9 })).rows;
  expect(rows.map(({ firstText, newestText, messageCount }) => [firstText, newestText, messageCount])).toEqual([
    ["三号路停水了", "三号路停水了", 1],
    ["还有，路灯不亮", "好几天了", 2],
  ]);
  expect((await hears("o-xing", "还没来水", at(120))).questionId).toBe(questionId);
  expect(await told("question.split")).toMatchObject([{ questionId, officerId: lin.id, facts: { newQuestionId: otherId, messages: 2 } }]);
});

test("a danger goes where its words go", async () => {
  const { lin, questionId, messageIds } = await two("路灯不亮", "楼道里煤气味很大");
  const { questionId: otherId } = await splitQuestion({ questionId, messageIds: [messageIds[1]] }, lin, at(100));
  expect((await question(otherId)).dangerWord).toBe("煤气");
  expect(await question(questionId)).toMatchObject({ dangerWord: null, calm: 1 });
});

test("each half keeps a message; refused after news, when it has ended, or in another account", async () => {
  const { lin, hears, questionId, messageIds } = await two("三号路停水了", "路灯不亮");
  const split = (ids: string[], officer = lin) => splitQuestion({ questionId, threadVersion: 2, messageIds: ids }, officer, at(100));
  await expect(split(messageIds)).rejects.toMatchObject({ code: "messagesNotSplittable" });
  await expect(split([uuid()])).rejects.toMatchObject({ code: "messagesNotSplittable" });
  await expect(split([messageIds[1]], stranger(lin))).rejects.toMatchObject({ code: "questionNotFound" });
  await hears("o-xing", "谢谢", at(90));
  await expect(split([messageIds[1]])).rejects.toMatchObject({ code: "threadMoved" });
  await db.question.update({ where: { id: questionId }, data: { answeredAt: at(95), collecting: false } });
  await expect(splitQuestion({ questionId, messageIds: [messageIds[1]] }, lin, at(100))).rejects.toMatchObject({ code: "questionNotOpen" });
});
