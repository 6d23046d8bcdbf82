import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { addNote } from "@/lib/notes/add-note";
import { readMentions } from "@/lib/notes/read-mentions";
import { removeNote } from "@/lib/notes/remove-note";
import { type ActingOfficer, scopeOf } from "@/lib/officers/scope";
import { tellPresence } from "@/lib/presence/tell-presence";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { feedCursor, startLive, stopLive } from "./live";
import { listen, signedIn } from "./testing/listen";

beforeAll(() => startLive());
afterAll(() => stopLive());

/** Works for another account from now on, in the database too. */
async function elsewhere(officer: ActingOfficer): Promise<ActingOfficer> {
  const accountId = await saveAccount({ ...TOWN_ACCOUNT, slug: "other", originalId: "gh_other", appId: "wxother", dangerWords: [] });
  await db.officerAccount.deleteMany({ where: { officerId: officer.id } });
  await db.officerAccount.create({ data: { officerId: officer.id, accountId } });
  return { ...officer, scope: scopeOf([accountId]) };
}

test("who comes late is told who is there, and then who writes and who leaves", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了");
  const tabId = uuid();
  await tellPresence({ tabId, threadId, typing: false }, zhao);
  const next = await listen(lin, await signedIn(lin), await feedCursor());
  const first = (await next("presence")).data;
  expect(first.whole).toBe(true);
  // The hub asks once a second: who has just come may be told a moment later.
  const seen = first.threads.length > 0 ? first : (await next("presence")).data;
  expect(seen.threads).toMatchObject([{ threadId, viewing: [{ name: "赵" }], typing: [] }]);
  await tellPresence({ tabId, threadId, typing: true }, zhao);
  expect((await next("presence")).data).toMatchObject({ whole: false, threads: [{ threadId, typing: [{ name: "赵" }] }] });
  await tellPresence({ tabId, threadId: null, typing: false }, zhao);
  expect((await next("presence")).data.threads).toMatchObject([{ threadId, viewing: [], typing: [] }]);
});

test("a note comes with whom it names; that it is read and that it is removed are told, too", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了");
  const next = await listen(zhao, await signedIn(zhao), await feedCursor());
  await next("hello");
  const { id: noteId } = await addNote({ threadId, text: "@赵 看一下" }, lin);
  let told = (await next("change")).data;
  // The resident's own words may come again while the stream catches up.
  while (told.notes.length === 0) told = (await next("change")).data;
  expect(told.notes).toMatchObject([{ text: "@赵 看一下", mentioned: [{ name: "赵" }] }]);
  await readMentions({ threadId }, zhao);
  const read = (await next("change")).data;
  expect(read).toMatchObject({ mentionsRead: [{ threadId, officerId: zhao.id }], questions: [], threads: [] });
  await removeNote({ noteId }, lin);
  expect((await next("change")).data.notes).toMatchObject([{ text: "", mentioned: [] }]);
});

test("an officer of another account hears of neither", async () => {
  const { lin, zhao, he, hears } = await town();
  const stranger = await elsewhere(zhao);
  const { threadId } = await hears("o-xing", "出口堵了");
  const theirs = await listen(stranger, await signedIn(stranger), await feedCursor());
  const ours = await listen(he, await signedIn(he), await feedCursor());
  expect((await theirs("presence")).data).toMatchObject({ whole: true, threads: [] });
  await tellPresence({ tabId: uuid(), threadId, typing: true }, lin);
  await addNote({ threadId, text: "@赵 @何 看一下" }, lin);
  await ours("change");
  while ((await ours("presence")).data.threads.length === 0);
  await db.session.deleteMany({ where: { officerId: stranger.id } });
  stopLive();
  expect((await theirs("presence", "change")).event).toBe("closed");
  startLive();
});
