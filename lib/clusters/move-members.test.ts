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
