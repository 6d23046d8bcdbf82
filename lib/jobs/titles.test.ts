import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { mergeClusters } from "@/lib/clusters/merge-clusters";
import { removeMembers } from "@/lib/clusters/remove-members";
import { renameCluster } from "@/lib/clusters/rename-cluster";
import { cluster, crowd } from "@/lib/clusters/testing";
import { undoClusterChange } from "@/lib/clusters/undo-cluster-change";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { Grouper } from "./group-questions";

const ago = (minutes: number) => after(now(), -minutes * MINUTE);
const MIXED = ["七号路停水了，什么时候来水", "七号路没水了", "九号路路灯不亮", "九号路的路灯坏了不亮"];

async function mixed() {
  const desk = await town();
  const worker = new Grouper(randomUUID());
  const { members, clusterId } = await crowd(desk, MIXED, ago(30));
  const lamps = members.slice(2).map(({ questionId }) => questionId);
  return { ...desk, worker, clusterId, lamps };
}

test("both halves of a split say what they are about, and so does the whole when it is taken back", async () => {
  const { worker, clusterId, lamps, lin } = await mixed();
  await worker.round();
  const half = await removeMembers({ clusterId, questionIds: lamps }, lin);
  await worker.round();
  expect(await cluster(half.clusterId)).toMatchObject({ place: "九号路", matter: expect.stringContaining("路灯") });
  expect(await cluster(clusterId)).toMatchObject({ place: "七号路", matter: expect.not.stringContaining("路灯") });
  await undoClusterChange({ changeId: half.changeId }, lin);
  await worker.round();
  expect(await cluster(half.clusterId)).toMatchObject({ place: "", matter: "" });
});

test("a split and a merge while no worker ran are titled by the one that starts", async () => {
  const desk = await mixed();
  const { worker, clusterId, lamps, lin } = desk;
  const half = await removeMembers({ clusterId, questionIds: lamps }, lin);
  const other = await crowd(desk, ["九号路的路灯一盏都不亮", "九号路路灯又不亮"].concat(Array(3).fill("九号路路灯不亮了")), ago(20));
  await mergeClusters({ fromId: half.clusterId, intoId: other.clusterId }, lin);
  expect(await cluster(other.clusterId)).toMatchObject({ place: "三号路" });
  await worker.round();
  expect(await cluster(other.clusterId)).toMatchObject({ place: "九号路", matter: expect.stringContaining("路灯") });
  expect(await cluster(clusterId)).toMatchObject({ place: "七号路" });
});

test("an officer's name stays; one resident alone has no title, and nobody's own name or number ever stands in one", async () => {
  const desk = await mixed();
  const { worker, clusterId, lamps, lin } = desk;
  await worker.round();
  await renameCluster({ clusterId, clusterVersion: 99, place: "城东", matter: "停水" }, lin);
  const alone = await removeMembers({ clusterId, questionIds: lamps.slice(0, 1) }, lin);
  await worker.stop();
  const named = await crowd(desk, ["我叫欧阳娜，低保没发", "我叫欧阳娜，13312345678，低保没发"], ago(10));
  const { clusterId: split } = await removeMembers(
    { clusterId: named.clusterId, questionIds: named.members.map(({ questionId }) => questionId) },
    lin,
  );
  await worker.round();
  expect(await cluster(clusterId)).toMatchObject({ place: "城东", matter: "停水" });
  expect(await cluster(alone.clusterId)).toMatchObject({ place: "", matter: "" });
  const { place, matter } = await cluster(split);
  expect(`${place}${matter}`).not.toMatch(/欧阳|13312345678/);
});
