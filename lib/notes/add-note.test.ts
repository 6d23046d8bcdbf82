import { v7 as uuid } from "uuid";
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

test("the same id again, even at once, is the same note; with other words or of somebody else it is refused", async () => {
  const { lin, zhao, he, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const input = { noteId: uuid(), threadId, text: "@赵 看一下" };
  const saved = await Promise.all([addNote(input, lin, at(5)), addNote(input, lin, at(5))]);
  expect([...saved, await addNote(input, lin, at(9))].map(({ id }) => id)).toEqual(Array(3).fill(input.noteId));
  expect(await threadNotes(lin.scope, threadId)).toMatchObject([{ id: input.noteId, at: at(5), mentioned: [{ id: zhao.id }] }]);
  expect(await told("note.added")).toHaveLength(1);
  for (const [more, officer] of [
    [{ text: "别的话" }, lin],
    [{}, he],
  ] as const)
    await expect(addNote({ ...input, ...more }, officer)).rejects.toMatchObject({ code: "idempotencyKeyReused" });
});

test("of two colleagues who are called the same the one whose login is named is told", async () => {
  const { accountId, lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const namesake = { name: "赵", login: "zhao2", role: "officer", accounts: { create: { accountId } } } as const;
  const { id } = await db.officer.create({ data: namesake });
  await addNote({ threadId, text: "@赵(zhao2) 看一下" }, lin, at(5));
  expect((await threadNotes(lin.scope, threadId))[0]?.mentioned).toEqual([{ id, name: "赵" }]);
  await addNote({ threadId, text: "@赵 看一下" }, lin, at(6));
  expect((await threadNotes(lin.scope, threadId))[1]?.mentioned.map((one) => one.id).sort()).toEqual([zhao.id, id].sort());
});
