import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { archiveTopic } from "./archive-topic";
import { questionRows } from "./queries";
import { saveTopic } from "./save-topic";
import { setQuestionTopic } from "./set-question-topic";
import { at, eight, question, stranger, told } from "./testing";
import { accountTopics, listTopics } from "./topics";

test("its row names the topic, by the name it has now, and still when it is archived", async () => {
  const { accountId, lin, he, hears } = await town();
  const { questionId } = await hears("o-xing", "三号路停水了", eight);
  const on = { questionId: questionId ?? "" };
  const { topicId } = await saveTopic({ accountId, name: "供水" }, he, at(0));
  const topicOf = async () => (await questionRows(lin.scope, [on.questionId]))[0]?.topic;
  expect(await topicOf()).toBeNull();
  await setQuestionTopic({ ...on, topicId }, lin, at(1));
  await saveTopic({ accountId, topicId, name: "供水供电" }, he, at(2));
  expect(await accountTopics(lin.scope)).toEqual([{ accountId, topics: [{ id: topicId, name: "供水供电" }] }]);
  expect(await accountTopics(stranger(lin).scope, [accountId])).toEqual([]);
  await archiveTopic({ topicId }, he, at(3));
  expect(await topicOf()).toEqual({ id: topicId, name: "供水供电" });
  expect(await accountTopics(lin.scope)).toEqual([{ accountId, topics: [] }]);
});

test("set, set once, taken away again; never to what is archived, never from another account", async () => {
  const { accountId, lin, he, hears } = await town();
  const { questionId } = await hears("o-xing", "三号路停水了", eight);
  const on = { questionId: questionId ?? "" };
  const { topicId } = await saveTopic({ accountId, name: "供水" }, he, at(0));
  await setQuestionTopic({ ...on, topicId }, lin, at(1));
  await setQuestionTopic({ ...on, topicId }, lin, at(2));
  expect((await question(questionId)).topicId).toBe(topicId);
  expect(await listTopics(lin.scope)).toMatchObject([{ name: "供水", questions: 1 }]);
  await setQuestionTopic({ ...on, topicId: null }, lin, at(3));
  await archiveTopic({ topicId }, he, at(4));
  await expect(setQuestionTopic({ ...on, topicId }, lin, at(5))).rejects.toMatchObject({ code: "topicNotFound" });
  await expect(setQuestionTopic({ ...on, topicId: null }, stranger(lin), at(6))).rejects.toMatchObject({ code: "questionNotFound" });
  expect(await told("question.topicSet")).toEqual([
    { at: at(1), questionId, officerId: lin.id, facts: { topicId, previous: null } },
    { at: at(3), questionId, officerId: lin.id, facts: { topicId: null, previous: topicId } },
  ]);
});
