import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { at, eight, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { addNote } from "./add-note";
import { threadNotes, unreadMentions } from "./queries";

test("a note stands on the thread for colleagues, tells whom it names, and is written down without its words", async () => {
  const { accountId, lin, zhao, he, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await addNote({ threadId, text: "@赵 交警说十点通，@林 自己记着" }, lin, at(5));
  expect(await threadNotes(lin.scope, threadId)).toEqual([
    {
      id,
      accountId,
      threadId,
      officer: { id: lin.id, name: "林" },
      text: "@赵 交警说十点通，@林 自己记着",
      at: at(5),
      removedAt: null,
      mentioned: [{ id: zhao.id, name: "赵" }],
    },
  ]);
  expect(await unreadMentions(zhao)).toMatchObject([{ id, threadId, officer: { name: "林" } }]);
  expect(await unreadMentions(he)).toEqual([]);
  expect(await told("note.added")).toEqual([{ at: at(5), questionId: null, officerId: lin.id, facts: { noteId: id } }]);
  expect(await db.message.count({ where: { threadId } })).toBe(1);
});

test("nobody names a colleague who may not see the thread, has left, or is a program", async () => {
  const { lin, zhao, he, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await db.officerAccount.deleteMany({ where: { officerId: zhao.id } });
  await db.officer.update({ where: { id: he.id }, data: { deactivatedAt: eight } });
  await db.officer.create({ data: { name: "热线", role: "officer", allAccounts: true } });
  await addNote({ threadId, text: "@赵 @何 @热线 看一下" }, lin, at(5));
  expect(await db.noteMention.count()).toBe(0);
});

test("another account's thread is not there, and its notes and mentions are seen by nobody else", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await expect(addNote({ threadId, text: "看一下" }, stranger(lin))).rejects.toMatchObject({ code: "threadNotFound" });
  await addNote({ threadId, text: "@赵 看一下" }, lin, at(5));
  expect(await threadNotes(stranger(zhao).scope, threadId)).toEqual([]);
  expect(await unreadMentions({ ...zhao, scope: scopeOf([]) })).toEqual([]);
});
