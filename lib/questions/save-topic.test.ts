import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { archiveTopic } from "./archive-topic";
import { saveTopic } from "./save-topic";
import { at, stranger, told } from "./testing";
import { listTopics } from "./topics";

test("added once, renamed, and back again under the name it had", async () => {
  const { accountId, he } = await town();
  const { topicId } = await saveTopic({ accountId, name: "供水" }, he, at(0));
  await expect(saveTopic({ accountId, name: "供水" }, he, at(1))).rejects.toMatchObject({ code: "nameTaken" });
  await saveTopic({ accountId, topicId, name: "供水供暖" }, he, at(2));
  expect(await listTopics(he.scope)).toEqual([{ id: topicId, accountId, name: "供水供暖", questions: 0 }]);
  await archiveTopic({ topicId }, he, at(3));
  await expect(saveTopic({ accountId, topicId, name: "暖气" }, he, at(4))).rejects.toMatchObject({ code: "topicNotFound" });
  expect(await saveTopic({ accountId, name: "供水供暖" }, he, at(5))).toEqual({ topicId });
  expect((await told("topic.saved")).map(({ facts }) => facts)).toEqual([{ topicId }, { topicId }, { topicId }]);
});

test("two at once add one name once; refused for another account", async () => {
  const { accountId, he, admin } = await town();
  const tries = await Promise.allSettled([he, admin].map((officer) => saveTopic({ accountId, name: "供水" }, officer, at(0))));
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(saveTopic({ accountId, name: "路灯" }, stranger(he), at(1))).rejects.toMatchObject({ code: "accountNotFound" });
  expect(await db.topic.count()).toBe(1);
});
