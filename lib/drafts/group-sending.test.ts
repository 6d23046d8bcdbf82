import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { correctGroupAnswer } from "@/lib/clusters/correct-group-answer";
import { mergeClusters } from "@/lib/clusters/merge-clusters";
import { answers, at, crowd, delivered, eight, sendAll } from "@/lib/clusters/testing";
import { db } from "@/lib/db";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { readGroupDraft } from "./queries";
import { saveGroupDraft } from "./save-group-draft";
import { toGroup } from "./testing";

test("an answer takes its draft with it, a colleague's stays, and a save that comes late brings nothing back", async () => {
  const desk = await town();
  const { lin, zhao } = desk;
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const words = toGroup(clusterId, "正在抢修");
  await saveGroupDraft(words, lin, at(5));
  await saveGroupDraft(toGroup(clusterId, "正在查"), zhao, at(5));
  await answers(lin, clusterId, "正在抢修", at(6), { groupAnswerId: words.replyId });
  expect((await readGroupDraft(lin, clusterId)).saved).toBeNull();
  expect((await readGroupDraft(zhao, clusterId)).saved?.text).toBe("正在查");
  expect(await saveGroupDraft(words, lin, at(7))).toBeNull();
  expect((await readGroupDraft(lin, clusterId)).saved).toBeNull();
});

test("sent and first saved in the same instant leaves no draft behind", async () => {
  const desk = await town();
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const words = toGroup(clusterId, "正在抢修");
  await Promise.all([
    saveGroupDraft(words, desk.lin, at(6)),
    answers(desk.lin, clusterId, "正在抢修", at(6), { groupAnswerId: words.replyId }),
  ]);
  expect((await readGroupDraft(desk.lin, clusterId)).saved).toBeNull();
});

test("a correction takes its draft with it", async () => {
  const desk = await town();
  const { lin } = desk;
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const { id } = await answers(lin, clusterId, "今晚七点", at(6));
  await sendAll(at(20));
  await delivered(at(20));
  const words = toGroup(clusterId, "今晚八点");
  await saveGroupDraft(words, lin, at(30));
  await correctGroupAnswer({ groupAnswerId: id, correctionId: words.replyId, text: "今晚八点" }, lin, at(31));
  expect(await db.groupDraft.count()).toBe(0);
});

test("when a group goes into another one, what officers write to it goes along, below what they write there", async () => {
  const desk = await town();
  const { lin, zhao } = desk;
  const from = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const into = await crowd(desk, ["三号路自来水停了", "三号路水管没水"], after(eight, MINUTE));
  const only = toGroup(from.clusterId, "正在查");
  await saveGroupDraft(only, zhao, at(80));
  await saveGroupDraft(toGroup(from.clusterId, "下一句"), lin, at(80));
  const there = await saveGroupDraft(toGroup(into.clusterId, "第一句"), lin, at(80));
  await mergeClusters({ fromId: from.clusterId, intoId: into.clusterId }, lin, at(90));
  expect((await readGroupDraft(zhao, into.clusterId)).saved).toMatchObject({ text: "正在查", replyId: only.replyId });
  const joined = await readGroupDraft(lin, into.clusterId);
  expect(joined.saved).toMatchObject({ text: "第一句\n下一句", revision: (there?.revision ?? 0) + 1 });
  expect(await db.groupDraft.count({ where: { clusterId: from.clusterId } })).toBe(0);
  // A tab that writes on what it had learns that it has gone.
  await expect(saveGroupDraft({ ...only, text: "正在查。", revision: 77 }, zhao, at(91))).rejects.toMatchObject({ code: "draftMoved" });
  await expect(saveGroupDraft(toGroup(from.clusterId, "新的", { replyId: uuid() }), zhao, at(91))).rejects.toMatchObject({
    code: "clusterNotFound",
  });
});
