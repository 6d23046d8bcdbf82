import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { holdGrouping } from "./lease";
import { renameCluster } from "./rename-cluster";
import { at, cluster, crowd, told } from "./testing";
import { titleClusters } from "./title-clusters";

const LAMPS = { place: "五号路", matter: "路灯不亮" };

test("a title is written where it differs, and told; what an officer named keeps its name", async () => {
  const desk = await town();
  const one = await crowd(desk, ["三号路停水了", "三号路没水"], at(0));
  const other = await crowd(desk, ["五号路停水了", "五号路没水"], at(100));
  await renameCluster({ clusterId: other.clusterId, clusterVersion: 2, place: "五号路", matter: "夜里停水" }, desk.lin, at(200));
  const by = { accountId: desk.accountId, holderId: uuid() };
  await holdGrouping(by.accountId, by.holderId, at(201));
  const titles = new Map([one, other].map(({ clusterId }) => [clusterId, LAMPS]));
  expect(await titleClusters(by, titles, at(201))).toBe(1);
  expect(await titleClusters(by, titles, at(202))).toBe(0);
  expect(await cluster(one.clusterId)).toMatchObject(LAMPS);
  expect(await cluster(other.clusterId)).toMatchObject({ matter: "夜里停水" });
  expect(await told("grouping.titled")).toEqual([{ questionId: null, officerId: null, facts: { clusterId: one.clusterId } }]);
});

test("only the worker that holds the account's grouping, and only its account's clusters", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const titles = new Map([[clusterId, LAMPS]]);
  expect(await titleClusters({ accountId: desk.accountId, holderId: uuid() }, titles, at(1))).toBeNull();
  const foreign = { accountId: uuid(), holderId: uuid() };
  await holdGrouping(foreign.accountId, foreign.holderId, at(1));
  expect(await titleClusters(foreign, titles, at(1))).toBe(0);
  expect(await db.cluster.findUniqueOrThrow({ where: { id: clusterId } })).toMatchObject({ place: "三号路", matter: "停水" });
});
