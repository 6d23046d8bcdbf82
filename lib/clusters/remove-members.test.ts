import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { removeMembers } from "./remove-members";
import { at, cluster, crowd, membersOf, told } from "./testing";
import { undoClusterChange } from "./undo-cluster-change";

test("one stands alone from now on, several are a cluster of their own; both teach, and are told", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "五号路停水了", "五号路没水", "三号路断水"]);
  const ids = members.map(({ questionId }) => questionId) as [string, string, string, string, string];
  const split = await removeMembers({ clusterId, questionIds: [ids[2], ids[3]] }, desk.lin, at(60));
  expect(await membersOf(split.clusterId)).toEqual([ids[2], ids[3]]);
  expect(await membersOf(clusterId)).toEqual([ids[0], ids[1], ids[4]]);
  expect(await cluster(clusterId)).toMatchObject({ version: 3 });
  const lessons = await db.clusterLesson.findMany({ select: { oneId: true, otherId: true, same: true }, orderBy: { id: "asc" } });
  expect(lessons).toEqual([
    { oneId: ids[2], otherId: ids[0], same: false },
    { oneId: ids[3], otherId: ids[0], same: false },
    { oneId: ids[3], otherId: ids[2], same: true },
  ]);
  expect(await told("cluster.membersRemoved")).toEqual([
    { questionId: null, officerId: desk.lin.id, facts: { clusterId, toId: split.clusterId, members: 2 } },
  ]);

  const alone = await removeMembers({ clusterId, questionIds: [ids[4]] }, desk.zhao, at(61));
  expect(await membersOf(alone.clusterId)).toEqual([ids[4]]);
});

test("refused, and nothing moved, when one of them is not there any more; another account's is not there at all", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "五号路停水了"]);
  const ids = members.map(({ questionId }) => questionId);
  await removeMembers({ clusterId, questionIds: [ids[2] ?? ""] }, desk.lin, at(60));
  await expect(removeMembers({ clusterId, questionIds: ids.slice(1) }, desk.zhao, at(61))).rejects.toMatchObject({ code: "clusterMoved" });
  expect(await membersOf(clusterId)).toEqual(ids.slice(0, 2));
  const stranger = { ...desk.lin, scope: scopeOf([uuid()]) };
  await expect(removeMembers({ clusterId, questionIds: ids.slice(1) }, stranger, at(61))).rejects.toMatchObject({
    code: "clusterNotFound",
  });
});

test("two officers take out the same one: it is taken out once", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "五号路停水了"]);
  const questionIds = [members[2]?.questionId ?? ""];
  const outcomes = await Promise.allSettled([
    removeMembers({ clusterId, questionIds }, desk.lin, at(60)),
    removeMembers({ clusterId, questionIds }, desk.zhao, at(60)),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.cluster.count()).toBe(2);
});

test("undone, it stands where it stood and teaches nothing, although others joined meanwhile", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "五号路停水了"]);
  const ids = members.map(({ questionId }) => questionId);
  const { changeId } = await removeMembers({ clusterId, questionIds: [ids[2] ?? ""] }, desk.lin, at(60));
  await db.cluster.update({ where: { id: clusterId }, data: { version: { increment: 1 } } });
  await undoClusterChange({ changeId }, desk.lin, at(61));
  expect(await membersOf(clusterId)).toEqual(ids);
  expect(await db.clusterLesson.count({ where: { undoneAt: null } })).toBe(0);
});
