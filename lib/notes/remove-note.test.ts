import { expect, test } from "vitest";
import { at, eight, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { addNote } from "./add-note";
import { threadNotes, unreadMentions } from "./queries";
import { removeNote } from "./remove-note";

test("one's own note loses its words and whom it named; that it was there stays", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id: noteId } = await addNote({ threadId, text: "@赵 电话 13800000000" }, lin, at(5));
  await removeNote({ noteId }, lin, at(9));
  expect(await threadNotes(lin.scope, threadId)).toMatchObject([{ id: noteId, text: "", removedAt: at(9), mentioned: [] }]);
  expect(await unreadMentions(zhao)).toEqual([]);
  expect(await told("note.removed")).toEqual([{ at: at(9), questionId: null, officerId: lin.id, facts: { noteId } }]);
  await expect(removeNote({ noteId }, lin)).rejects.toMatchObject({ code: "noteNotRemovable" });
});

test("a colleague's note stays, another account's is not there", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id: noteId } = await addNote({ threadId, text: "看一下" }, lin, at(5));
  await expect(removeNote({ noteId }, zhao)).rejects.toMatchObject({ code: "noteNotRemovable" });
  await expect(removeNote({ noteId }, stranger(lin))).rejects.toMatchObject({ code: "noteNotFound" });
  expect(await threadNotes(lin.scope, threadId)).toMatchObject([{ text: "看一下", removedAt: null }]);
});
