import { randomUUID } from "node:crypto";
import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { letAnswerGoOn } from "@/lib/clusters/let-answer-go-on";
import { removeMembers } from "@/lib/clusters/remove-members";
import { answers, delivered, sendAll } from "@/lib/clusters/testing";
import { suggestedAnswers } from "@/lib/clusters/voices";
import { db } from "@/lib/db";
import { listQuestions } from "@/lib/questions/queries";
import { splitQuestion } from "@/lib/questions/split-question";
import { says } from "@/lib/replies/testing";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { Grouper } from "./group-questions";

const ago = (seconds: number) => after(now(), -seconds * SECOND);

/** A desk with one worker; `asks` takes a resident's words in, `groups` tells which residents stand together by now. */
async function desk() {
  const cast = await town();
  const worker = new Grouper(randomUUID());
  const asked = new Map<string, string>();
  const asks = async (openid: string, text: string, when = now()) => {
    const heard = await cast.hears(openid, text, when);
    if (heard.questionId) asked.set(heard.questionId, openid);
    return heard;
  };
  const groups = async () => {
    const questions = await db.question.findMany({ where: { id: { in: [...asked.keys()] } }, orderBy: { id: "asc" } });
    const together = new Map<string, string[]>();
    for (const { id, clusterId } of questions)
      together.set(clusterId ?? id, [...(together.get(clusterId ?? id) ?? []), asked.get(id) ?? ""]);
    return [...together.values()];
  };
  return { ...cast, worker, asks, groups };
}

const CUT = ["三号路停水了，什么时候来水", "三号路怎么没水了，什么时候能来水", "三号路停水，几点来水啊", "请问三号路停水什么时候恢复供水"];
const ELSEWHERE = "五号路停水了，什么时候来水";

test("like questions of one street stand together, the same words about another street never; each is there at once, alone", async () => {
  const { worker, asks, groups, accountId } = await desk();
  for (const [index, text] of [...CUT, ELSEWHERE].entries()) await asks(`o-${index}`, text);
  expect(await groups()).toHaveLength(5);
  expect(await worker.round()).toBe(5);
  expect(await groups()).toEqual([["o-0", "o-1", "o-2", "o-3"], ["o-4"]]);
  expect(await db.cluster.findMany({ where: { accountId } })).toMatchObject([{ place: "三号路" }]);
  expect(await worker.round()).toBe(0);
});

describe("two workers on one account", () => {
  test("one of them groups; when it is gone without a word the other takes over after its lease, and goes on where it stood", async () => {
    const { worker, asks, groups } = await desk();
    const other = new Grouper(randomUUID());
    await asks("o-0", CUT[0] ?? "");
    expect(await worker.round()).toBe(1);
    await asks("o-1", CUT[1] ?? "");
    expect(await other.round()).toBe(0);
    await db.groupingLease.updateMany({ data: { leaseUntil: ago(1) } });
    expect(await other.round()).toBe(1);
    await asks("o-2", CUT[2] ?? "");
    expect(await worker.round()).toBe(0);
    await other.round();
    expect(await groups()).toEqual([["o-0", "o-1", "o-2"]]);
  });

  test("both at once, again and again: every question is placed once", async () => {
    const { worker, asks, groups } = await desk();
    const other = new Grouper(randomUUID());
    let placed = 0;
    for (let turn = 0; turn < 8; turn += 1) {
      await Promise.all([asks(`o-${turn}`, CUT[turn % 4] ?? ""), asks(`p-${turn}`, `七号路路灯第${turn}盏不亮`)]);
      if (turn === 4) await worker.stop();
      const rounds = await Promise.all([worker.round(), other.round()]);
      placed += rounds[0] + rounds[1];
    }
    for (const one of [worker, other]) placed += await one.round();
    expect(placed).toBe(16);
    expect((await groups()).find((group) => group.includes("o-0"))?.sort()).toEqual(Array.from({ length: 8 }, (_, turn) => `o-${turn}`));
    expect(await db.event.count({ where: { type: "question.regrouped" } })).toBe(0);
  });

  test("a worker that lost its lease in the middle writes nothing more", async () => {
    const { worker, asks, groups } = await desk();
    await asks("o-0", CUT[0] ?? "");
    await worker.round();
    await db.groupingLease.updateMany({ data: { holderId: uuid(), leaseUntil: after(now(), MINUTE) } });
    await asks("o-1", CUT[1] ?? "");
    expect(await worker.round()).toBe(0);
    expect(await groups()).toHaveLength(2);
  });
});

describe("what residents do", () => {
  test("one who repeats himself ten times is one question, and no crowd", async () => {
    const { worker, asks, groups } = await desk();
    for (let time = 0; time < 10; time += 1) await asks("o-0", "三号路停水了，什么时候来水");
    await worker.round();
    expect(await groups()).toEqual([["o-0"]]);
    expect(await db.cluster.count()).toBe(0);
  });

  test("不对，是五号路: the question goes to the other street, and that is told", async () => {
    const { worker, asks, groups } = await desk();
    await asks("o-0", CUT[0] ?? "");
    await asks("o-1", ELSEWHERE);
    await asks("o-2", "三号路停水了，什么时候来水啊");
    await worker.round();
    expect(await groups()).toEqual([["o-0", "o-2"], ["o-1"]]);
    await asks("o-2", "不对，是五号路");
    await worker.round();
    expect(await groups()).toEqual([["o-0"], ["o-1", "o-2"]]);
    expect(await db.event.count({ where: { type: "question.regrouped" } })).toBe(1);
  });

  test("greetings, 在吗, stickers and thanks open nothing to group; an insult stands alone", async () => {
    const { worker, asks } = await desk();
    await asks("o-0", "您好");
    await asks("o-1", "在吗");
    await asks("o-2", "谢谢");
    await asks("o-3", "你们都是饭桶");
    expect(await worker.round()).toBe(1);
    expect(await db.cluster.count()).toBe(0);
  });

  test("pictures without words, 2,048 bytes, mixed Cantonese, English and digits are placed", async () => {
    const { worker, hears } = await desk();
    await hears("o-0", "", now(), { kind: "image" });
    await hears("o-1", "三号路停水了。".repeat(97).slice(0, 682));
    await hears("o-2", "喂 water cut 咗 成日啦, 3号路 no water since 8am, tel 62345678");
    expect(await worker.round()).toBe(3);
  });
});

test("a question that is surely like two clusters makes them one, and every move is told", async () => {
  const { worker, asks, groups, lin } = await desk();
  for (const [index, text] of CUT.entries()) await asks(`o-${index}`, text);
  await worker.round();
  const members = await db.question.findMany({ where: { clusterId: { not: null } }, orderBy: { id: "asc" } });
  const apart = members.slice(2).map(({ id }) => id);
  await removeMembers({ clusterId: members[0]?.clusterId ?? "", questionIds: apart }, lin);
  await worker.round();
  await asks("o-4", "三号路停水了，什么时候来水啊");
  await worker.round();
  const inPlace = await groups();
  expect(inPlace.filter((group) => group.includes("o-2") || group.includes("o-3")).some((group) => group.includes("o-0"))).toBe(false);

  await db.clusterLesson.deleteMany();
  await db.question.updateMany({ where: { id: { in: apart } }, data: { joinedById: null } });
  await worker.stop();
  const fresh = new Grouper(randomUUID());
  await asks("o-5", "三号路停水，几点来水");
  await fresh.round();
  expect(await groups()).toEqual([["o-0", "o-1", "o-2", "o-3", "o-4", "o-5"]]);
  expect(await db.event.count({ where: { type: { in: ["question.regrouped"] } } })).toBeGreaterThan(0);
});

describe("what officers do", () => {
  test("whom an officer took out does not go back, neither now nor after a cold start", async () => {
    const { worker, asks, groups, lin } = await desk();
    for (const [index, text] of CUT.entries()) await asks(`o-${index}`, text);
    await worker.round();
    const third = await db.question.findFirstOrThrow({ where: { clusterId: { not: null } }, orderBy: { id: "desc" } });
    await removeMembers({ clusterId: third.clusterId ?? "", questionIds: [third.id] }, lin);
    await worker.round();
    await asks("o-3", "三号路停水");
    await worker.round();
    await worker.stop();
    const fresh = new Grouper(randomUUID());
    await asks("o-3", "三号路还是没水，什么时候来水");
    await fresh.round();
    expect(await groups()).toEqual([["o-0", "o-1", "o-2"], ["o-3"]]);
  });

  test("a question that was split is grouped anew, both halves", async () => {
    const { worker, asks, lin } = await desk();
    await asks("o-0", "七号路路灯不亮，什么时候修");
    const first = await asks("o-1", "三号路停水了，什么时候来水");
    const second = await asks("o-1", "七号路路灯不亮了，什么时候修");
    await worker.round();
    const { questionId } = await splitQuestion({ questionId: first.questionId ?? "", messageIds: [second.messageId] }, lin);
    await worker.round();
    const lamps = await db.question.findUniqueOrThrow({ where: { id: questionId } });
    expect(lamps.clusterId).not.toBeNull();
    expect(await db.question.count({ where: { clusterId: lamps.clusterId } })).toBe(2);
  });

  test("the answers to like questions of the past are suggested", async () => {
    const { worker, asks, lin, zhao } = await desk();
    const past = await asks("o-0", "居住证怎么办理，要带什么材料", ago(60));
    await says(zhao, past.threadId, "带身份证和房屋租赁合同，到派出所办理。", ago(50));
    await delivered(now());
    await worker.round();
    const open = await asks("o-1", "请问办理居住证需要带什么材料");
    await worker.round();
    expect(await suggestedAnswers(lin.scope, open.questionId ?? "")).toMatchObject([
      { questionId: past.questionId, officer: { name: "赵" } },
    ]);
  });

  test("an answer that goes on by itself reaches who surely asks the same; the look-alike street waits for a person", async () => {
    const { worker, asks, lin } = await desk();
    for (const [index, text] of CUT.entries()) await asks(`o-${index}`, text, ago(60));
    await worker.round();
    const [cluster] = await db.cluster.findMany();
    const { id } = await answers(lin, cluster?.id ?? "", "三号路正在抢修，预计今晚八点恢复供水。", ago(30));
    await sendAll(now());
    await delivered(now());
    await letAnswerGoOn({ groupAnswerId: id, until: after(now(), HOUR) }, lin);
    await worker.round();
    await asks("o-late", "三号路停水了，什么时候来水");
    await asks("o-other", ELSEWHERE);
    await worker.round();
    const phones = await delivered(now());
    expect(Object.keys(phones)).toEqual(["o-late"]);
    expect(phones["o-late"]?.[0]).toContain("【常备答复】三号路正在抢修");
  });
});

test("an account with no history has nothing to group; where grouping fails the queue shows every question, and the next worker groups them", async () => {
  const { worker, asks, groups, lin } = await desk();
  expect(await worker.round()).toBe(0);
  await asks("o-0", CUT[0] ?? "");
  await asks("o-1", CUT[1] ?? "");
  await db.$executeRaw`ALTER TABLE "Question" ADD CONSTRAINT broken CHECK ("groupedAt" IS NULL)`;
  try {
    await expect(worker.round()).rejects.toThrow();
    expect((await listQuestions(lin.scope, { limit: 9 })).rows).toHaveLength(2);
    // It rests, and does not try again and again.
    expect(await worker.round()).toBe(0);
    await worker.stop();
  } finally {
    await db.$executeRaw`ALTER TABLE "Question" DROP CONSTRAINT broken`;
  }
  await db.groupingLease.deleteMany();
  await new Grouper(randomUUID()).round();
  expect(await groups()).toEqual([["o-0", "o-1"]]);
});
