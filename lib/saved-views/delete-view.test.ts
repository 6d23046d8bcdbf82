import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { deleteView } from "./delete-view";
import { listSavedViews } from "./queries";
import { saveView } from "./save-view";

test("forgotten once, and only by whose it is", async () => {
  const { lin, zhao } = await town();
  const { id: viewId } = await saveView({ name: "投诉", query: "kind=complaint" }, lin);
  await expect(deleteView({ viewId }, zhao)).rejects.toMatchObject({ code: "savedViewNotFound" });
  await deleteView({ viewId }, lin, at(5));
  expect(await listSavedViews(lin.id)).toEqual([]);
  await expect(deleteView({ viewId }, lin)).rejects.toMatchObject({ code: "savedViewNotFound" });
  expect(await db.event.findMany({ where: { type: "savedView.deleted" } })).toMatchObject([
    { officerId: lin.id, at: at(5), facts: { viewId } },
  ]);
});
