import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { renameCluster } from "./rename-cluster";
import { at, cluster, crowd, told } from "./testing";

test("place and matter in the officer's words, never a person's; a colleague's name is not overwritten unseen", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["我叫张建国，三号路停水了", "三号路没水"]);
  const { version } = await cluster(clusterId);
  const name = (matter: string, officer = desk.lin, seenVersion = version) =>
    renameCluster({ clusterId, clusterVersion: seenVersion, place: "三号路", matter }, officer, at(60));
  await expect(name("张建国家停水")).rejects.toMatchObject({ code: "namesMembers", facts: { found: "张建国" } });
  expect(await name("水管爆裂停水")).toEqual({ version: version + 1 });
  expect(await cluster(clusterId)).toMatchObject({ place: "三号路", matter: "水管爆裂停水", namedById: desk.lin.id });
  await expect(name("停水", desk.zhao)).rejects.toMatchObject({ code: "clusterMoved", facts: { version: version + 1 } });
  await name("停水", desk.zhao, version + 1);
  await db.cluster.update({ where: { id: clusterId }, data: { mergedIntoId: clusterId } });
  await expect(name("停电")).rejects.toMatchObject({ code: "clusterNotFound" });
  // The event tells that, and never the words.
  expect(await told("cluster.renamed")).toMatchObject([{ facts: { clusterId } }, { facts: { clusterId } }]);
});
