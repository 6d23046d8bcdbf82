import { expect, test } from "vitest";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { removeMembers } from "./remove-members";
import { at, crowd, membersOf, told } from "./testing";
import { undoClusterChange } from "./undo-cluster-change";

test("only one's own, once, and not where the question has gone elsewhere since", async () => {
  const desk = await town();
  const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "五号路停水了", "五号路没水"]);
  const [, , third = "", fourth = ""] = members.map(({ questionId }) => questionId);
  const split = await removeMembers({ clusterId, questionIds: [third, fourth] }, desk.lin, at(60));
  await expect(undoClusterChange({ changeId: split.changeId }, desk.zhao, at(61))).rejects.toMatchObject({ code: "undoTooLate" });
  const single = await removeMembers({ clusterId: split.clusterId, questionIds: [fourth] }, desk.zhao, at(62));
  await expect(undoClusterChange({ changeId: split.changeId }, desk.lin, at(63))).rejects.toMatchObject({ code: "undoTooLate" });
  await undoClusterChange({ changeId: single.changeId }, desk.zhao, at(64));
  await undoClusterChange({ changeId: split.changeId }, desk.lin, at(65));
  expect(await membersOf(clusterId)).toHaveLength(4);
  await expect(undoClusterChange({ changeId: split.changeId }, desk.lin, at(66))).rejects.toMatchObject({ code: "undoTooLate" });
  expect(await told("cluster.changeUndone")).toMatchObject([
    { officerId: desk.zhao.id, facts: { clusterId: single.clusterId, toId: split.clusterId } },
    { officerId: desk.lin.id, facts: { clusterId: split.clusterId, toId: clusterId } },
  ]);
});
