import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { mergeClusters } from "./merge-clusters";
import { at, cluster, crowd, eight, membersOf, told } from "./testing";
import { undoClusterChange } from "./undo-cluster-change";

/** Two clusters of one matter. */
async function two() {
  const desk = await town();
  const one = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const other = await crowd(desk, ["三号路自来水停了", "三号路水管没水"], after(eight, MINUTE));
  return { desk, one, other };
}

test("all go over, nobody joins the first any more, and it can be taken back", async () => {
  const { desk, one, other } = await two();
  const { changeId } = await mergeClusters({ fromId: one.clusterId, intoId: other.clusterId }, desk.lin, at(90));
  expect(await membersOf(other.clusterId)).toHaveLength(4);
  expect(await cluster(one.clusterId)).toMatchObject({ mergedIntoId: other.clusterId });
  expect(await db.clusterLesson.count({ where: { same: true } })).toBe(2);
  expect(await told("cluster.merged")).toMatchObject([{ facts: { clusterId: other.clusterId, fromId: one.clusterId, members: 2 } }]);
  await expect(mergeClusters({ fromId: one.clusterId, intoId: other.clusterId }, desk.zhao, at(91))).rejects.toMatchObject({
    code: "clusterNotFound",
  });
  await undoClusterChange({ changeId }, desk.lin, at(92));
  expect(await membersOf(one.clusterId)).toHaveLength(2);
  expect(await cluster(one.clusterId)).toMatchObject({ mergedIntoId: null });
});

test("two officers merge them in opposite directions at once: one of them does", async () => {
  const { desk, one, other } = await two();
  const outcomes = await Promise.allSettled([
    mergeClusters({ fromId: one.clusterId, intoId: other.clusterId }, desk.lin, at(90)),
    mergeClusters({ fromId: other.clusterId, intoId: one.clusterId }, desk.zhao, at(90)),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const alive = await db.cluster.findMany({ where: { mergedIntoId: null } });
  expect(alive).toHaveLength(1);
  expect(await membersOf(alive[0]?.id ?? "")).toHaveLength(4);
});
