import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { listSavedViews } from "./queries";
import { MAX_SAVED_VIEWS } from "./rules";
import { saveView } from "./save-view";
import { saveViewInput } from "./schema";

test("kept for this officer, in the words of an address and no others", async () => {
  const { lin, zhao, accountId } = await town();
  const query = "?view=all&account=caofeidian&kind=complaint&sort=up&token=1";
  const view = await saveView({ name: "投诉", query }, lin, at(0));
  expect(view).toEqual({ id: view.id, name: "投诉", query: `view=all&account=${accountId}&kind=complaint` });
  await saveView({ name: "待答", query: "" }, lin, at(1));
  expect((await listSavedViews(lin.id)).map(({ name, query }) => [name, query])).toEqual([
    ["投诉", view.query],
    ["待答", ""],
  ]);
  expect(await listSavedViews(zhao.id)).toEqual([]);
  expect(await db.event.findMany({ where: { type: "savedView.saved" }, orderBy: { id: "asc" } })).toMatchObject([
    { officerId: lin.id, at: at(0), facts: { viewId: view.id } },
    { officerId: lin.id, at: at(1) },
  ]);
});

test("an account that is none of the officer's is left out by its slug", async () => {
  const { lin } = await town();
  expect(await saveView({ name: "那边", query: "account=caofeidian&kind=help" }, stranger(lin))).toMatchObject({ query: "kind=help" });
});

test("a name stands once for an officer, and a colleague may use it, too", async () => {
  const { lin, zhao } = await town();
  const view = { name: "投诉", query: "kind=complaint" };
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => saveView(view, lin)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(saveView(view, lin)).rejects.toMatchObject({ code: "nameTaken" });
  await saveView(view, zhao);
  expect(await db.savedView.count()).toBe(2);
});

test("twenty are kept, however many are saved at once", async () => {
  const { lin } = await town();
  const outcomes = await Promise.allSettled(
    Array.from({ length: MAX_SAVED_VIEWS + 5 }, (_, index) => saveView({ name: `视图${index}`, query: "" }, lin)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(MAX_SAVED_VIEWS);
  expect(await db.savedView.count()).toBe(MAX_SAVED_VIEWS);
  await expect(saveView({ name: "再一个", query: "" }, lin)).rejects.toMatchObject({ code: "tooMany", facts: { most: MAX_SAVED_VIEWS } });
});

test.each(["", " ", "一".repeat(21), "a\0b"])("no name is %j", (name) => {
  expect(saveViewInput.safeParse({ name, query: "" }).success).toBe(false);
});
