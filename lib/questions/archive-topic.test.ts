import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { archiveTopic } from "./archive-topic";
import { saveTopic } from "./save-topic";
import { at, stranger, told } from "./testing";
import { listTopics } from "./topics";

test("out of the list, once, and only by who may see the account", async () => {
  const { accountId, he } = await town();
  const { topicId } = await saveTopic({ accountId, name: "供水" }, he, at(0));
  await expect(archiveTopic({ topicId }, stranger(he), at(1))).rejects.toMatchObject({ code: "topicNotFound" });
  await archiveTopic({ topicId }, he, at(2));
  await expect(archiveTopic({ topicId }, he, at(3))).rejects.toMatchObject({ code: "topicNotFound" });
  expect(await listTopics(he.scope)).toEqual([]);
  expect(await db.topic.findUnique({ where: { id: topicId } })).toMatchObject({ name: "供水", archivedAt: at(2) });
  expect(await told("topic.archived")).toMatchObject([{ at: at(2), officerId: he.id, facts: { topicId } }]);
});
