import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { at, crowd, told } from "@/lib/clusters/testing";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { draftedGroups, readGroupDraft } from "./queries";
import { saveGroupDraft } from "./save-group-draft";
import { saveGroupDraftInput } from "./schema";
import { toGroup } from "./testing";

async function group() {
  const desk = await town();
  return { ...desk, ...(await crowd(desk, ["三号路停水了", "三号路没水", "三号路水管没水"])) };
}

test("words to a group are the officer's own, kept with whom they go to, and leave one event however often they are saved", async () => {
  const { lin, zhao, clusterId, members } = await group();
  const seen = {
    members: members.map(({ questionId }) => ({ questionId, threadVersion: 1 })),
    out: [members[2]?.questionId ?? ""],
    corrects: { id: uuid(), reached: 2 },
  };
  const first = toGroup(clusterId, "正在抢", { kind: "interim", unit: "水务公司", promisedAt: "2026-11-23T18:00", seen });
  const begun = await saveGroupDraft(first, lin, at(5));
  await saveGroupDraft({ ...first, text: "正在抢修", revision: begun?.revision ?? 0 }, lin, at(6));
  const { saved } = await readGroupDraft(lin, clusterId);
  expect(saved).toMatchObject({ text: "正在抢修", kind: "interim", unit: "水务公司", promised: "2026-11-23T18:00", seen, savedAt: at(6) });
  expect(saved?.replyId).toBe(first.replyId);
  expect([await draftedGroups(lin), await draftedGroups(zhao)]).toEqual([[clusterId], []]);
  expect((await readGroupDraft(zhao, clusterId)).saved).toBeNull();
  expect(await told("groupDraft.begun")).toEqual([{ questionId: null, officerId: lin.id, facts: { clusterId } }]);
});

test("of two places that write on the same revision, and of two that begin at once, one is refused", async () => {
  const { lin, clusterId } = await group();
  const both = (words: Parameters<typeof toGroup>[2]) =>
    Promise.allSettled(["抢修", "检修"].map((text) => saveGroupDraft(toGroup(clusterId, text, words), lin, at(6))));
  for (const round of ["begun", "saved"]) {
    const { saved } = await readGroupDraft(lin, clusterId);
    const outcomes = await both({ revision: saved?.revision ?? 0 });
    expect([round, ...outcomes.map(({ status }) => status).sort()]).toEqual([round, "fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "draftMoved" } });
  }
  expect(await told("groupDraft.begun")).toHaveLength(1);
});

test("the same save again is the same save; the last words of a tab that goes arrive beside a save that is underway", async () => {
  const { lin, clusterId } = await group();
  const first = toGroup(clusterId, "正");
  const begun = await saveGroupDraft(first, lin, at(5));
  expect(await saveGroupDraft(first, lin, at(5))).toMatchObject({ text: "正" });
  const on = { ...first, revision: (begun?.revision ?? 0) + 1 };
  await saveGroupDraft({ ...on, text: "正在" }, lin, at(6));
  await saveGroupDraft({ ...on, text: "正在抢修", hasOneUnderway: true }, lin, at(6));
  expect((await readGroupDraft(lin, clusterId)).saved?.text).toBe("正在抢修");
  await expect(saveGroupDraft({ ...on, text: "检修" }, lin, at(7))).rejects.toMatchObject({ code: "draftMoved" });
});

test("what was discarded elsewhere is not written on; nor is another account's group, nor one that was merged", async () => {
  const { lin, clusterId } = await group();
  const begun = await saveGroupDraft(toGroup(clusterId, "抢修"), lin, at(5));
  await db.groupDraft.deleteMany();
  await expect(saveGroupDraft(toGroup(clusterId, "抢", { revision: begun?.revision ?? 0 }), lin, at(6))).rejects.toMatchObject({
    code: "draftMoved",
  });
  await expect(saveGroupDraft(toGroup(clusterId, "抢修"), stranger(lin), at(6))).rejects.toMatchObject({ code: "clusterNotFound" });
  await db.cluster.update({ where: { id: clusterId }, data: { mergedIntoId: uuid() } });
  await expect(saveGroupDraft(toGroup(clusterId, "抢修"), lin, at(6))).rejects.toMatchObject({ code: "clusterNotFound" });
  expect((await readGroupDraft(stranger(lin), clusterId)).saved).toBeNull();
  expect(await db.groupDraft.count()).toBe(0);
});

test("of signs that the database does not take the words are kept all the same", async () => {
  const { lin, clusterId } = await group();
  const input = saveGroupDraftInput.parse(toGroup(clusterId, "抢\0修\ud83d"));
  expect(await saveGroupDraft(input, lin, at(5))).toMatchObject({ text: "抢修\ufffd" });
});
