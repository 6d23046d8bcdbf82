import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { removeMembers } from "@/lib/clusters/remove-members";
import { answers, at, crowd } from "@/lib/clusters/testing";
import { db } from "@/lib/db";
import { currentSnapshot, feedEpoch } from "@/lib/events/feed";
import { storeMedia } from "@/lib/messages/store-media";
import { A_FILE, claimed, sendsPicture } from "@/lib/messages/testing";
import { changeOfficer } from "@/lib/officers/change-officer";
import { deactivateOfficer } from "@/lib/officers/deactivate-officer";
import { resetPassword } from "@/lib/officers/reset-password";
import { scopeOf } from "@/lib/officers/scope";
import { setFactorRule } from "@/lib/officers/set-factor-rule";
import { signOut } from "@/lib/officers/sign-out";
import { saveTopic } from "@/lib/questions/save-topic";
import { setQuestionTopic } from "@/lib/questions/set-question-topic";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { feedCursor, startLive, stopLive } from "./live";
import { cursorText } from "./live-cursor";
import { listen, signedIn } from "./testing/listen";

beforeAll(() => startLive());
afterAll(() => stopLive());

describe("an officer's stream", () => {
  test("tells a message, its question and the thread's version as soon as they are committed", async () => {
    const { lin, hears } = await town();
    const next = await listen(lin, await signedIn(lin), await feedCursor());
    await next("hello");
    await hears("o-xing", "出口堵了");
    const { data } = await next("change");
    expect(data.questions).toMatchObject([{ firstText: "出口堵了" }]);
    expect(data.messages).toMatchObject([{ text: "出口堵了" }]);
    expect(data.threads).toMatchObject([{ version: 1 }]);
  });

  test("tells a message anew when its file has come, and nothing else", async () => {
    const desk = await town();
    const next = await listen(desk.lin, await signedIn(desk.lin), await feedCursor());
    await next("hello");
    const { id } = await sendsPicture(desk, now());
    expect((await next("change")).data.messages).toMatchObject([{ id, media: { state: "wanted" } }]);
    await storeMedia(await claimed(now()), A_FILE);
    const { data } = await next("change");
    expect(data.messages).toMatchObject([{ id, media: { id, state: "stored" } }]);
    expect([data.questions, data.threads]).toEqual([[], []]);
  });

  test("tells the rows of clusters whose members change, and how far a group answer has come", async () => {
    const desk = await town();
    const { members, clusterId } = await crowd(desk, ["三号路停水了", "三号路没水", "五号路停水"]);
    const next = await listen(desk.lin, await signedIn(desk.lin), await feedCursor());
    await next("hello");
    const [one = "", , stray = ""] = members.map(({ questionId }) => questionId);
    const { clusterId: alone } = await removeMembers({ clusterId, questionIds: [stray] }, desk.zhao);
    // On a slow machine a telling may have come before, or between.
    let { data } = await next("change");
    while (!data.clusters.some(({ id }) => id === alone)) ({ data } = await next("change"));
    expect(Object.fromEntries(data.clusters.map(({ id, people }) => [id, people]))).toEqual({ [clusterId]: 2, [alone]: 1 });
    expect(data.questions.find(({ id }) => id === stray)).toMatchObject({ clusterId: alone, folded: false });
    expect(data.questions.find(({ id }) => id === one)).toMatchObject({ clusterId, folded: false });

    await answers(desk.lin, clusterId, "三号路今晚八点来水。", at(40));
    let told = await next("change");
    while (told.data.groupAnswers.length === 0) told = await next("change");
    expect(told.data.groupAnswers).toMatchObject([{ clusterId, counts: { waiting: 2 } }]);
  });

  test("tells an account's topics when one is added, and the row of a question that was filed under it; another account hears neither", async () => {
    const { accountId, lin, zhao, he, hears } = await town();
    const { questionId } = await hears("o-xing", "三号路停水了");
    const stranger = { ...zhao, scope: scopeOf([crypto.randomUUID()]) };
    const cursor = await feedCursor();
    const [mine, theirs] = [await listen(lin, await signedIn(lin), cursor), await listen(stranger, await signedIn(zhao), cursor)];
    await mine("hello");
    const { topicId } = await saveTopic({ accountId, name: "供水" }, he);
    let { data } = await mine("change");
    while (data.topics.length === 0) ({ data } = await mine("change"));
    expect(data).toMatchObject({ topics: [{ accountId, topics: [{ name: "供水" }] }] });
    await setQuestionTopic({ questionId: questionId ?? "", topicId }, he);
    // The question itself may only now be told.
    while (!data.questions.some(({ topic }) => topic)) ({ data } = await mine("change"));
    expect(data.questions).toMatchObject([{ id: questionId, topic: { id: topicId, name: "供水" } }]);
    await signOut(`secret of ${zhao.id}`);
    const leaked = await Promise.race([theirs("change"), theirs("ended")]);
    expect(leaked.event).not.toBe("change");
  });

  test("catches up from its cursor what was missed, and goes on", async () => {
    const { lin, hears } = await town();
    const cursor = await feedCursor();
    await hears("o-xing", "断线时说的");
    const next = await listen(lin, await signedIn(lin), cursor);
    expect((await next("change")).data.messages.map(({ text }) => text)).toContain("断线时说的");
    await hears("o-xing", "又说");
    // What the hub told while the stream caught up may come twice (the screen merges by id), never not at all.
    let heard: string[] = [];
    while (!heard.includes("又说")) heard = (await next("change")).data.messages.map(({ text }) => text);
    expect(heard.at(-1)).toBe("又说");
  });

  test("catches up what the others were told before it came", async () => {
    const { lin, zhao, hears } = await town();
    const cursor = await feedCursor();
    const others = await listen(zhao, await signedIn(zhao), cursor);
    await hears("o-xing", "断线时说的");
    await others("change");
    const next = await listen(lin, await signedIn(lin), cursor);
    await hears("o-xing", "又说");
    expect((await next("change")).data.messages.map(({ text }) => text)).toEqual(["断线时说的"]);
  });

  test("a cursor of another history, of the future, or no cursor at all makes the browser read anew", async () => {
    const { lin } = await town();
    const secret = await signedIn(lin);
    const ahead = cursorText({ epoch: await feedEpoch(), snapshot: "999999999999:999999999999:" });
    const elsewhere = cursorText({ epoch: "another.1.5", snapshot: await currentSnapshot() });
    for (const cursor of [ahead, elsewhere, null, "rubbish", "' OR 1=1"]) {
      const next = await listen(lin, secret, cursor);
      expect((await next("reload")).event).toBe("reload");
    }
  });

  test("more than a thousand missed events make the browser read anew", async () => {
    const { lin } = await town();
    const cursor = await feedCursor();
    await db.event.createMany({ data: Array.from({ length: 1_001 }, () => ({ type: "account.saved", at: new Date() })) });
    const next = await listen(lin, await signedIn(lin), cursor);
    expect((await next("reload")).event).toBe("reload");
  });

  test("another account's residents are not told", async () => {
    const { lin, zhao, hears } = await town();
    const stranger = { ...zhao, scope: scopeOf([crypto.randomUUID()]) };
    const cursor = await feedCursor();
    const [mine, theirs] = [await listen(lin, await signedIn(lin), cursor), await listen(stranger, await signedIn(zhao), cursor)];
    await hears("o-xing", "出口堵了");
    await mine("change");
    await signOut(`secret of ${zhao.id}`);
    const leaked = await Promise.race([theirs("change"), theirs("ended")]);
    expect(leaked.event).not.toBe("change");
  });

  const ends: [when: string, end: (desk: Awaited<ReturnType<typeof town>>, secret: string) => Promise<unknown>][] = [
    ["its officer signs out", (_, secret) => signOut(secret)],
    ["the password is reset", () => resetPassword("lin")],
    [
      "its officer gets another role",
      ({ lin, admin }) => changeOfficer({ officerId: lin.id, name: "林", role: "supervisor", allAccounts: false, accountIds: [] }, admin),
    ],
    [
      "its role demands a second factor",
      async ({ admin }) => {
        await db.officer.update({ where: { id: admin.id }, data: { allAccounts: true } });
        await setFactorRule({ role: "officer", isRequired: true }, admin);
      },
    ],
    ["its officer is deactivated", () => deactivateOfficer({ login: "lin" }, null)],
  ];
  test.each(ends)("ends at once when %s, and hears nothing of what comes after", async (_, end) => {
    const desk = await town();
    const { lin, hears } = desk;
    const secret = await signedIn(lin);
    const next = await listen(lin, secret, await feedCursor());
    await next("hello");
    await end(desk, secret);
    await hears("o-xing", "之后说的");
    expect((await next("ended", "change")).event).toBe("ended");
    expect((await next("anything")).event).toBe("closed");
  });
});
