import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { takeMember } from "./take-member";
import { at, crowd, membersOf, told } from "./testing";
import { undoClusterChange } from "./undo-cluster-change";

test("this officer answers it alone, the others stay; nothing is learnt from that, and it can be taken back", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水，家有病人", "三号路断水"]);
  const questionId = members[1]?.questionId ?? "";
  const { changeId } = await takeMember({ questionId }, desk.lin, at(60));
  expect(await db.question.findUniqueOrThrow({ where: { id: questionId } })).toMatchObject({
    assignedToId: desk.lin.id,
    assignedAt: at(60),
  });
  expect(await membersOf(clusterId)).toHaveLength(2);
  expect(await db.clusterLesson.count()).toBe(0);
  expect(await told("cluster.memberTaken")).toMatchObject([{ questionId, facts: { fromId: clusterId } }]);
  await expect(takeMember({ questionId }, desk.zhao, at(61))).rejects.toMatchObject({ code: "alreadyClaimed" });
  await undoClusterChange({ changeId }, desk.lin, at(62));
  expect(await membersOf(clusterId)).toHaveLength(3);
  expect(await db.question.findUniqueOrThrow({ where: { id: questionId } })).toMatchObject({ assignedToId: null });
});

test("an ended question can't be taken", async () => {
  const desk = await town();
  const { members } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const questionId = members[1]?.questionId ?? "";
  await db.question.update({ where: { id: questionId }, data: { answeredAt: at(5), collecting: false } });
  await expect(takeMember({ questionId }, desk.lin, at(60))).rejects.toMatchObject({ code: "questionNotOpen" });
});
