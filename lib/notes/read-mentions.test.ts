import { expect, test } from "vitest";
import { at, eight, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { addNote } from "./add-note";
import { unreadMentions } from "./queries";
import { readMentions } from "./read-mentions";

test("opening a thread reads its mentions of this officer, once, and no others", async () => {
  const { lin, zhao, he, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { threadId: other } = await hears("o-du", "停水了", eight);
  await addNote({ threadId, text: "@赵 @何 看一下" }, lin, at(5));
  await addNote({ threadId: other, text: "@赵 也看这个" }, lin, at(6));
  expect(await readMentions({ threadId }, zhao, at(9))).toEqual({ read: 1 });
  expect(await readMentions({ threadId }, zhao, at(10))).toEqual({ read: 0 });
  expect((await unreadMentions(zhao)).map((mention) => mention.threadId)).toEqual([other]);
  expect(await unreadMentions(he)).toHaveLength(1);
  expect(await told("note.mentionsRead")).toEqual([{ at: at(9), questionId: null, officerId: zhao.id, facts: { mentions: 1 } }]);
});

test("another account's mentions are out of reach", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await addNote({ threadId, text: "@赵 看一下" }, lin, at(5));
  expect(await readMentions({ threadId }, stranger(zhao))).toEqual({ read: 0 });
  expect(await unreadMentions(zhao)).toHaveLength(1);
});
