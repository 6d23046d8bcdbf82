import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { after, MINUTE } from "@/lib/time/rules";
import { town } from "@/prisma/town";
import { moveMembersTo } from "./move-members";
import { at, crowd, eight, membersOf, told } from "./testing";

test("from another cluster or from none; both directions teach", async () => {
  const desk = await town();
  const three = await crowd(desk, ["三号路停水了", "三号路没水", "五号路断水了"]);
  const five = await crowd(desk, ["五号路停水了", "五号路没水"], after(eight, MINUTE));
  const single = (await desk.hears("o-single", "五号路水管爆了", at(90))).questionId ?? "";
  const stray = three.members[2]?.questionId ?? "";
  await moveMembersTo({ toId: five.clusterId, questionIds: [stray, single] }, desk.lin, at(100));
  expect((await membersOf(five.clusterId)).sort()).toEqual([stray, single, ...five.members.map(({ questionId }) => questionId)].sort());
  const lessons = await db.clusterLesson.findMany({ select: { oneId: true, same: true }, orderBy: { id: "asc" } });
  expect(lessons).toEqual([
    { oneId: stray, same: true },
    { oneId: single, same: true },
    { oneId: stray, same: false },
  ]);
  expect(await told("cluster.membersMoved")).toMatchObject([{ facts: { clusterId: five.clusterId, fromId: three.clusterId, members: 2 } }]);
  await expect(moveMembersTo({ toId: uuid(), questionIds: [single] }, desk.lin, at(101))).rejects.toMatchObject({
    code: "clusterNotFound",
  });
  await expect(moveMembersTo({ toId: five.clusterId, questionIds: [uuid()] }, desk.lin, at(101))).rejects.toMatchObject({
    code: "questionNotFound",
  });
});

test("questions that the machine left alone are a cluster of their own by an officer's word, of one account only", async () => {
  const desk = await town();
  const one = (await desk.hears("o-one", "三号路的树倒了", eight)).questionId ?? "";
  const other = (await desk.hears("o-other", "大树压在三号路口", at(5))).questionId ?? "";
  const { clusterId } = await moveMembersTo({ toId: null, questionIds: [one, other] }, desk.lin, at(100));
  expect((await membersOf(clusterId)).sort()).toEqual([one, other].sort());
  expect(await db.clusterLesson.findMany({ select: { oneId: true, otherId: true, same: true } })).toEqual([
    { oneId: [one, other].sort()[1], otherId: [one, other].sort()[0], same: true },
  ]);
  await expect(moveMembersTo({ toId: null, questionIds: [one, uuid()] }, desk.lin, at(101))).rejects.toMatchObject({
    code: "questionNotFound",
  });
});
