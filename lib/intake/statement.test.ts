import { expect, test } from "vitest";
import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { DEFAULT_BOOK, termsAt } from "@/lib/sla/terms";
import { after, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { TOWN_ACCOUNT } from "@/prisma/town";
import { nextClocks } from "./clocks";
import { newId } from "./ids";
import { nextBatch } from "./rules";
import { type ArrivedPush, storePushes } from "./statement";

const eight = new Date("2026-11-22T08:00:00Z");
const FOR_EVER = "0";
const BURST = 40;

/** A push as the rules would have it, `seconds` after eight. */
function push(account_id: string, openid: string, seconds: number, more: Partial<ArrivedPush> = {}): ArrivedPush {
  const at = after(eight, seconds * SECOND);
  const key = `m:${openid}:${seconds}:${more.text ?? ""}`;
  return {
    ...{ account_id, openid, dedupe_key: key, wechat_msg_id: null, kind: "text", nature: "content", said_at: at, text: "几点来水" },
    ...{
      facts: {},
      raw: key,
      create_time: at,
      received_at: at,
      passive_reply: null,
      joined_reply: null,
      acknowledgement: null,
      gives_way: false,
      follow: null,
      danger_word: null,
    },
    ...{ window_opened: "message", window_closes_at: after(at, 48 * HOUR), window_remaining: 5 },
    ...{
      due_at: after(at, 10 * MINUTE),
      target_minutes: 10,
      counted_from: null,
      policy_id: null,
      calendar_id: null,
      warn_minutes: 3,
      ...{ answer_minutes: 60, answer_around_the_clock: true, answer_due_at: after(at, 60 * MINUTE) },
      next_clocks: nextClocks(termsAt(DEFAULT_BOOK, at), at),
      same_matter_since: after(at, -24 * HOUR),
      question_kind: "inquiry",
    },
    ...{ resident_id: newId(), thread_id: newId(), message_id: newId(), question_id: newId() },
    ...more,
  };
}

/** All that batches may change, told without ids. */
async function whatStands(accountId: string) {
  const residents = await db.resident.findMany({
    where: { accountId },
    orderBy: { openid: "asc" },
    omit: { id: true, accountId: true },
    include: { thread: { include: { questions: { orderBy: { openedAt: "asc" } }, messages: { orderBy: { seq: "asc" } } } } },
  });
  return residents.map(({ thread, ...resident }) => {
    const numbers = new Map(thread?.questions.map(({ id }, index) => [id, index]));
    const questions = thread?.questions.map(({ id: _id, accountId: _a, threadId: _t, followsId, ...question }) => ({
      ...question,
      follows: followsId && numbers.get(followsId),
    }));
    const messages = thread?.messages.map(({ text, questionId, nature, passiveReply, facts }) => ({
      ...{ text, nature, passiveReply, facts },
      question: questionId && numbers.get(questionId),
    }));
    return { ...resident, version: thread?.version, lastMessageAt: thread?.lastMessageAt, questions, messages };
  });
}

/** A long run of pushes of few people: greetings, content, danger, standing answers, taps, follows and unfollows, some of them twice. */
function longRun(accountId: string): ArrivedPush[] {
  let state = 7;
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const run = Array.from({ length: 240 }, (_, index) => {
    const make = (more: Partial<ArrivedPush>) => push(accountId, `o-${draw(7)}`, index, { text: `第${index}句`, ...more });
    const window = { window_opened: "event", window_closes_at: after(eight, (index + 60) * SECOND), window_remaining: 3 } as const;
    switch (draw(9)) {
      case 8:
        return make({ nature: "standing", passive_reply: "晴", gives_way: true });
      case 0:
        return make({ nature: "greeting", passive_reply: "您好" });
      case 1:
        return make({ danger_word: draw(2) ? "煤气" : "着火" });
      case 2:
        return make({ nature: "rating", ...window });
      case 3:
        return make({ kind: "event", nature: "event", follow: draw(2) ? "followed" : "unfollowed", ...window });
      default:
        return make({
          acknowledgement: { rule: "first", text: "已收到", unless_since: draw(2) ? after(eight, (index - 90) * SECOND) : null },
        });
    }
  });
  return run.flatMap((one) => (draw(6) ? [one] : [one, { ...one, message_id: newId() }]));
}

/** What officers do between two bursts, to both accounts alike. */
const MEANWHILE = [
  () => db.question.updateMany({ where: { collecting: true }, data: { firstRepliedAt: eight } }),
  () => db.question.updateMany({ where: { collecting: true }, data: { snoozedUntil: after(eight, HOUR) } }),
  (at: Date) => db.question.updateMany({ where: { collecting: true }, data: { collecting: false, firstRepliedAt: eight, answeredAt: at } }),
  () => db.question.updateMany({ where: { dangerWord: { not: null } }, data: { dangerDismissedAt: eight } }),
];

async function writeTogether(pushes: ArrivedPush[]): Promise<number> {
  let waiting = pushes.map((item) => ({ item }));
  let most = 0;
  while (waiting.length > 0) {
    const { batch, left } = nextBatch(waiting, new Set());
    await storePushes(itemsOf(batch), FOR_EVER);
    most = Math.max(most, batch.length);
    waiting = left;
  }
  return most;
}

async function factsOf(accountId: string): Promise<string[]> {
  const events = await db.event.findMany({ where: { accountId, type: "message.received" } });
  return events.map(({ at, facts }) => JSON.stringify({ at, facts })).sort();
}

const itemsOf = (batch: { item: ArrivedPush }[]) => batch.map(({ item }) => item);
const another = (slug: string) => saveAccount({ ...TOWN_ACCOUNT, slug, originalId: `gh_${slug}`, appId: `wx${slug}`, dangerWords: [] });

test("what is written together stands as if it had been written one by one, in the order in which it came", async () => {
  const [oneId, otherId] = [await another("one"), await another("other")];
  const [one, other] = [longRun(oneId), longRun(otherId)];
  const sizes: number[] = [];
  for (let from = 0; from < one.length; from += BURST) {
    sizes.push(await writeTogether(one.slice(from, from + BURST)));
    for (const push of other.slice(from, from + BURST)) await storePushes([push], FOR_EVER);
    await MEANWHILE[(from / BURST) % MEANWHILE.length]?.(after(eight, from * SECOND));
  }
  const [together, apart] = [await whatStands(oneId), await whatStands(otherId)];
  expect(together).toEqual(apart);
  expect(Math.max(...sizes)).toBeGreaterThan(5);
  expect(together.flatMap(({ questions }) => questions ?? []).length).toBeGreaterThan(10);
  const acknowledged = together.flatMap(({ messages }) => messages ?? []).filter(({ passiveReply }) => passiveReply === "已收到");
  expect(acknowledged.length).toBeGreaterThan(5);
  expect(await factsOf(oneId)).toEqual(await factsOf(otherId));
});

test("two processes that write the same people in opposite orders wait for one another, never in a circle; each is told once", async () => {
  const accountId = await another("one");
  const people = Array.from({ length: 20 }, (_, index) => `o-${index}`);
  const acknowledgement = { rule: "outside", text: "已收到", unless_since: null } as const;
  const crowd = (order: string[], from: number) => order.map((openid, index) => push(accountId, openid, from + index, { acknowledgement }));
  const process = async (order: string[], from: number) => {
    for (let round = 0; round < 12; round += 1) await storePushes(crowd(order, from + 100 * round), FOR_EVER);
  };
  await Promise.all([
    process(people, 0),
    process(people.toReversed(), 10_000),
    process([...people.slice(7), ...people.slice(0, 7)], 20_000),
  ]);
  expect(await db.message.count()).toBe(3 * 12 * 20);
  expect(await db.message.count({ where: { passiveReply: "已收到" } })).toBe(people.length);
  expect((await db.thread.findMany()).map(({ version }) => version)).toEqual(people.map(() => 36));
});

test("one that PostgreSQL refuses takes the others of its statement with it: it is all or nothing", async () => {
  const accountId = await another("one");
  const broken = push(accountId, "o-b", 1, { text: "\0" });
  await expect(storePushes([push(accountId, "o-a", 0), broken, push(accountId, "o-c", 2)], FOR_EVER)).rejects.toThrow();
  expect([await db.message.count(), await db.resident.count(), await db.event.count({ where: { type: "message.received" } })]).toEqual([
    0, 0, 0,
  ]);
});
