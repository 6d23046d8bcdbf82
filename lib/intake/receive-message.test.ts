import { describe, expect, test } from "vitest";
import { readDoorAccount } from "@/lib/accounts/queries";
import { db } from "@/lib/db";
import { after, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { receiveMessage } from "./receive-message";

const eight = new Date("2026-11-22T08:00:00Z");
const lockedOut = async () => {
  const [waiting] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return waiting?.count;
};
const openQuestions = () => db.question.findMany({ orderBy: { openedAt: "asc" } });

describe("questions and their clock", () => {
  test("the first message with content opens a question that is due ten minutes after it was said", async () => {
    const { hears } = await town();
    const { questionId, duplicate, passiveReply } = await hears("o-xing", "收费站出口又堵了", eight);
    const [question] = await openQuestions();
    expect(question).toMatchObject({
      id: questionId,
      openedAt: eight,
      dueAt: after(eight, 10 * MINUTE),
      collecting: true,
      followsId: null,
    });
    expect({ duplicate, passiveReply }).toEqual({ duplicate: false, passiveReply: null });
  });

  test("what follows before a reply joins the question under the same clock", async () => {
    const { hears } = await town();
    await hears("o-xing", "收费站出口又堵了", eight);
    await hears("o-xing", "不对，是五号路", after(eight, 3 * MINUTE));
    const [question, ...others] = await openQuestions();
    expect(others).toHaveLength(0);
    expect(question?.dueAt).toEqual(after(eight, 10 * MINUTE));
    expect(await db.message.count({ where: { questionId: question?.id ?? "" } })).toBe(2);
  });

  test("the clock starts at most sixty seconds before the message reached us, and never after", async () => {
    const { hears } = await town();
    await hears("o-late", "晚到的", eight, { createTime: eight.getTime() / SECOND - 600 });
    await hears("o-early", "早到的", eight, { createTime: eight.getTime() / SECOND + 600 });
    const [late, early] = await openQuestions();
    expect(late?.openedAt).toEqual(after(eight, -MINUTE));
    expect(early?.openedAt).toEqual(eight);
  });

  test("a greeting is prompted and opens nothing; thanks, stickers and taps open nothing", async () => {
    const { hears } = await town();
    const greeting = await hears("o-xing", "您好，在吗？", eight);
    await hears("o-xing", "谢谢！", eight);
    await hears("o-xing", "【收到不支持的消息类型，暂无法显示】", eight);
    await hears("o-xing", "满意", eight, { facts: { bizmsgmenuid: "101" } });
    expect(greeting.passiveReply).toContain("自动回复");
    expect(await openQuestions()).toHaveLength(0);
    await hears("o-xing", "几点来水", after(eight, MINUTE));
    expect((await openQuestions())[0]?.openedAt).toEqual(after(eight, MINUTE));
  });

  test("a danger word lifts the question, and its only automatic text gives the emergency numbers", async () => {
    const { hears } = await town();
    const { passiveReply } = await hears("o-xing", "楼道里有煤 气味", eight);
    expect((await openQuestions())[0]?.dangerWord).toBe("煤气");
    expect(passiveReply).toMatch(/110.*119.*120/);
  });

  test("a new danger word lifts a question again that an officer had called 非紧急", async () => {
    const { hears, lin } = await town();
    await hears("o-xing", "好像有煤气味", eight);
    await db.question.updateMany({ data: { dangerDismissedAt: eight, dangerDismissedById: lin.id } });
    await hears("o-xing", "真的着火了", after(eight, MINUTE));
    expect((await openQuestions())[0]?.dangerDismissedAt).toBeNull();
  });

  test("within a day of the answer it follows the old question, later it is new volume", async () => {
    const { hears } = await town();
    await hears("o-xing", "出口堵了", eight);
    const [first] = await openQuestions();
    await db.question.updateMany({ data: { collecting: false, answeredAt: after(eight, MINUTE), firstRepliedAt: after(eight, MINUTE) } });
    await hears("o-xing", "还堵着", after(eight, 23 * HOUR));
    await db.question.updateMany({
      where: { collecting: true },
      data: { collecting: false, closedAt: after(eight, 23 * HOUR), closeReason: "repeated" },
    });
    await hears("o-xing", "另一件事", after(eight, 26 * HOUR));
    expect((await openQuestions()).map(({ followsId }) => followsId)).toEqual([null, first?.id, null]);
  });
});

describe("never twice, never lost", () => {
  test("fifty deliveries of one push at once are one message, one question, one event, and all get the same answer", async () => {
    const { hears, account } = await town();
    const deliveries = await Promise.all(
      Array.from({ length: 50 }, () => hears("o-xing", "您好", eight, { msgId: "7", dedupeKey: "m:7" })),
    );
    expect(new Set(deliveries.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(deliveries.map(({ passiveReply }) => passiveReply)).size).toBe(1);
    expect(deliveries.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await db.message.count()).toBe(1);
    expect(await db.event.count({ where: { type: "message.received" } })).toBe(1);
    expect((await readDoorAccount(account.slug))?.greetingText).toBe(deliveries[0]?.passiveReply);
  });

  test("thirty messages of one resident at once are thirty messages in one question", async () => {
    const { hears } = await town();
    await Promise.all(Array.from({ length: 30 }, (_, index) => hears("o-xing", `第${index}句`, eight)));
    expect(await db.message.count()).toBe(30);
    expect(await openQuestions()).toHaveLength(1);
    expect((await db.thread.findFirstOrThrow()).version).toBe(30);
  });

  test("a message that comes while its question is being answered waits for that, and opens one of its own", async () => {
    const { hears } = await town();
    const { questionId } = await hears("o-xing", "几点来水", eight);
    const arrivals = await db.$transaction(async (tx) => {
      await tx.question.updateMany({ data: { collecting: false, answeredAt: after(eight, MINUTE) } });
      const arriving = hears("o-xing", "明天还停吗", after(eight, 2 * MINUTE));
      await expect.poll(lockedOut, { interval: 20, timeout: 10_000 }).toBe(1);
      return [arriving];
    });
    const [arrived] = await Promise.all(arrivals);
    expect(arrived?.questionId).not.toBe(questionId);
    expect(await openQuestions()).toMatchObject([{ collecting: false }, { id: arrived?.questionId, followsId: questionId }]);
  });

  test("after a first response the resident waits again from the next message on, not from the ones after it", async () => {
    const { hears } = await town();
    await hears("o-xing", "几点来水", eight);
    await db.question.updateMany({ data: { firstRepliedAt: after(eight, MINUTE) } });
    await hears("o-xing", "还没有来", after(eight, 2 * MINUTE));
    await hears("o-xing", "家里闻到煤气味", after(eight, 3 * MINUTE));
    const [question] = await openQuestions();
    expect(question).toMatchObject({ waitingSince: after(eight, 2 * MINUTE), dangerWord: expect.any(String) });
  });

  test("when the statement fails nothing of it stays", async () => {
    const { account } = await town();
    const door = await readDoorAccount(account.slug);
    if (!door) throw new Error("no account");
    const push = {
      fromUserName: "o-xing",
      createTime: 0,
      kind: "text" as const,
      msgId: "1",
      event: null,
      eventKey: null,
      text: "\u0000",
      facts: {},
      dedupeKey: "m:1",
      raw: "",
    };
    await expect(receiveMessage(door, push, eight)).rejects.toThrow();
    expect([await db.message.count(), await db.resident.count(), await db.event.count({ where: { type: "message.received" } })]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe("together", () => {
  test("one message that can't be stored is refused alone; the others of its batch are in", async () => {
    const { hears } = await town();
    const all = await Promise.allSettled(
      ["第一句", "\u0000", "第三句"].map((text, index) => hears(`o-${index}`, text, eight)).concat(hears("o-0", "还有", eight)),
    );
    expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect((await db.message.findMany({ orderBy: { seq: "asc" } })).map(({ text }) => text).sort()).toEqual(
      ["第一句", "第三句", "还有"].sort(),
    );
  });

  test("what one resident says at once is kept in the order in which it came, beside what others say", async () => {
    const { hears } = await town();
    const texts = Array.from({ length: 40 }, (_, index) => `第${index}句`);
    await Promise.all(texts.flatMap((text, index) => [hears("o-xing", text, eight), hears(`o-${index}`, "几点来水", eight)]));
    const kept = await db.message.findMany({ where: { thread: { resident: { openid: "o-xing" } } }, orderBy: { seq: "asc" } });
    expect(kept.map(({ text }) => text)).toEqual(texts);
  });

  test("who has to wait for an officer's transaction keeps nobody else of the batch waiting", async () => {
    const { hears } = await town();
    await hears("o-xing", "几点来水", eight);
    const [held] = await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Thread" FOR UPDATE`;
      const waiting = hears("o-xing", "还没有来", after(eight, MINUTE));
      await hears("o-other", "路灯不亮", after(eight, MINUTE));
      expect(await db.message.count()).toBe(2);
      return [waiting];
    });
    expect((await held)?.duplicate).toBe(false);
    expect(await db.message.count()).toBe(3);
  });
});

describe("windows and follows", () => {
  const resident = () => db.resident.findFirstOrThrow();

  test("a message opens five replies for 48 hours less a minute; an older one that comes late takes nothing away", async () => {
    const { hears } = await town();
    await hears("o-xing", "出口堵了", eight);
    await db.resident.updateMany({ data: { messageWindowRemaining: 3 } });
    await hears("o-xing", "先说的", after(eight, SECOND), { createTime: eight.getTime() / SECOND - 30 });
    expect(await resident()).toMatchObject({ messageWindowClosesAt: after(eight, 48 * HOUR - MINUTE), messageWindowRemaining: 3 });
    await hears("o-xing", "再说", after(eight, 5 * MINUTE));
    expect(await resident()).toMatchObject({ messageWindowRemaining: 5 });
  });

  test("a menu click opens three replies for a minute and leaves the message window alone; a view opens nothing", async () => {
    const { hears } = await town();
    await hears("o-xing", "", eight, { kind: "event", event: "CLICK", eventKey: "ask", msgId: null, dedupeKey: "e:1" });
    await hears("o-xing", "", after(eight, SECOND), { kind: "event", event: "VIEW", eventKey: "http://x", msgId: null, dedupeKey: "e:2" });
    expect(await resident()).toMatchObject({
      messageWindowRemaining: 0,
      messageWindowClosesAt: null,
      eventWindowRemaining: 3,
      eventWindowClosesAt: after(eight, MINUTE),
    });
    expect((await db.thread.findFirstOrThrow()).version).toBe(0);
  });

  test("follow, unfollow, follow again, and an unfollow that arrives late", async () => {
    const { hears } = await town();
    const event = (name: string, at: Date, received = at) =>
      hears("o-xing", "", received, {
        kind: "event",
        event: name,
        eventKey: "",
        msgId: null,
        createTime: at.getTime() / SECOND,
        dedupeKey: `e:${name}:${at.getTime()}`,
      });
    await event("subscribe", eight);
    expect(await resident()).toMatchObject({ followedAt: eight, unfollowedAt: null, eventWindowRemaining: 3 });
    await hears("o-xing", "在", after(eight, 10 * SECOND));
    await event("unsubscribe", after(eight, 20 * SECOND));
    expect(await resident()).toMatchObject({ unfollowedAt: after(eight, 20 * SECOND), messageWindowClosesAt: after(eight, 20 * SECOND) });
    await event("subscribe", after(eight, 40 * SECOND));
    await event("unsubscribe", after(eight, 30 * SECOND), after(eight, 45 * SECOND));
    expect(await resident()).toMatchObject({ followedAt: after(eight, 40 * SECOND), unfollowedAt: null });
  });
});
