import { expect, test } from "vitest";
import { at, crowd, told } from "@/lib/clusters/testing";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { discardGroupDraft } from "./discard-group-draft";
import { readGroupDraft } from "./queries";
import { saveGroupDraft } from "./save-group-draft";
import { toGroup } from "./testing";

test("what one was writing to a group is thrown away once, and only as it was seen", async () => {
  const desk = await town();
  const { lin, zhao } = desk;
  const { clusterId } = await crowd(desk, ["三号路停水了", "三号路没水"]);
  const begun = await saveGroupDraft(toGroup(clusterId, "抢修"), lin, at(5));
  const on = { clusterId, revision: begun?.revision ?? 0 };
  await expect(discardGroupDraft({ ...on, revision: on.revision + 1 }, lin)).rejects.toMatchObject({ code: "draftMoved" });
  await discardGroupDraft(on, zhao);
  await discardGroupDraft(on, stranger(lin));
  expect((await readGroupDraft(lin, clusterId)).saved?.text).toBe("抢修");
  await discardGroupDraft(on, lin, at(7));
  await discardGroupDraft(on, lin, at(8));
  expect((await readGroupDraft(lin, clusterId)).saved).toBeNull();
  expect(await told("groupDraft.discarded")).toEqual([{ questionId: null, officerId: lin.id, facts: { clusterId } }]);
});
