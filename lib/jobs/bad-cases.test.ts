import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import type { ReceivedPush } from "@/lib/intake/receive-message";
import { splitQuestion } from "@/lib/questions/split-question";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { Grouper } from "./group-questions";

/** A desk with one worker; what residents say goes in by the door's verb and is grouped; `stands` tells who stands with whom. */
async function desk() {
  const cast = await town();
  const worker = new Grouper(randomUUID());
  const says = (openid: string, text: string, more: Partial<ReceivedPush> = {}) => cast.hears(openid, text, now(), more);
  const stands = async () => {
    await worker.round();
    const questions = await db.question.findMany({ include: { thread: { include: { resident: true } } }, orderBy: { id: "asc" } });
    const groups = new Map<string, string[]>();
    for (const { id, clusterId, thread } of questions) {
      const name = clusterId ?? id;
      groups.set(name, [...(groups.get(name) ?? []), thread.resident.openid]);
    }
    return [...groups.values()];
  };
  return { ...cast, says, stands };
}

test("the same resident ten times, in ten ways, is one question and one person of the crowd", async () => {
  const { says, stands } = await desk();
  await says("o-other", "三号路停水了，什么时候来水");
  for (let time = 0; time < 10; time += 1) await says("o-one", ["三号路停水了", "三号路没水", "什么时候来水"][time % 3] ?? "");
  expect(await stands()).toEqual([["o-other", "o-one"]]);
  expect(await db.cluster.findMany()).toMatchObject([{ arrivals: 2 }]);
});

test("a greeting, 在吗, thanks, a sticker and a follow open nothing to group; the matter that follows a greeting is grouped by itself", async () => {
  const { says, stands } = await desk();
  for (const [index, word] of ["您好", "在吗", "谢谢", "在吗？", "[微笑]"].entries()) await says(`o-${index}`, word);
  await says("o-event", "", { kind: "event", event: "subscribe" });
  expect((await stands()).filter((group) => group.length > 1)).toEqual([]);
  expect(await db.cluster.count()).toBe(0);
  await says("o-0", "三号路停水了，什么时候来水");
  await says("o-1", "三号路怎么没水了");
  const together = (await stands()).filter((group) => group.length > 1);
  expect(together).toEqual([["o-0", "o-1"]]);
});

test("还堵着 after the answer stands with its thread's matter, and with no other street's", async () => {
  const { says, stands, lin } = await desk();
  for (const road of ["三号路", "五号路"]) for (const who of ["a", "b"]) await says(`o-${road}-${who}`, `${road}下水道堵了，污水外溢`);
  const before = await stands();
  expect(before).toHaveLength(2);
  const question = await db.question.findFirstOrThrow({ where: { thread: { resident: { openid: "o-三号路-a" } } } });
  await db.question.update({
    where: { id: question.id },
    data: { answeredAt: now(), firstRepliedAt: now(), answeredById: lin.id, collecting: false },
  });
  await says("o-三号路-a", "还堵着");
  const groups = await stands();
  expect(groups.find((group) => group.includes("o-三号路-b"))).toEqual(["o-三号路-a", "o-三号路-b", "o-三号路-a"]);
});

test("不对，是五号路 moves the question to the right street, before it was grouped as well as after", async () => {
  const { says, stands } = await desk();
  await says("o-three", "三号路停水了，什么时候来水");
  await says("o-five", "五号路停水了，什么时候来水");
  await says("o-early", "三号路停水了，几点来水");
  await says("o-early", "不对，是五号路");
  await says("o-late", "三号路停水了，几点来水啊");
  expect(await stands()).toEqual([
    ["o-three", "o-late"],
    ["o-five", "o-early"],
  ]);
  await says("o-late", "说错了，是五号路");
  expect(await stands()).toEqual([["o-three"], ["o-five", "o-early", "o-late"]]);
});

test("2,048 bytes of one matter are grouped by how they begin; insults and mixed tongues keep nobody from a place", async () => {
  const { says, stands } = await desk();
  await says("o-short", "三号路停水了，什么时候来水");
  await says("o-long", `三号路停水了，什么时候来水。${"我们一家老小都等着用水。".repeat(80)}`.slice(0, 682));
  await says("o-angry", "你们都是饭桶");
  await says("o-mixed", "喂 3号路 water cut 咗成日，几时有返水？");
  const groups = await stands();
  expect(groups.flat().sort()).toEqual(["o-angry", "o-long", "o-mixed", "o-short"]);
  expect(groups).toContainEqual(["o-angry"]);
  expect(groups.find((group) => group.includes("o-short"))).toContain("o-long");
});

test("two matters in two messages of one question are split, each half into its own crowd; an account without history groups its first two", async () => {
  const { says, stands, lin } = await desk();
  await says("o-water", "三号路停水了，什么时候来水");
  const first = await says("o-both", "三号路停水了，几点来水");
  const second = await says("o-both", "七号路路灯不亮，什么时候修");
  await says("o-lamp", "七号路路灯不亮了，什么时候来修");
  await stands();
  await splitQuestion({ questionId: first.questionId ?? "", messageIds: [second.messageId] }, lin);
  expect((await stands()).map((group) => group.sort())).toEqual([
    ["o-both", "o-water"],
    ["o-both", "o-lamp"],
  ]);
});

test("five hundred in a minute after an earthquake: all placed, once, and a moment later the next one, too", async () => {
  const { says, stands, accountId } = await desk();
  const streets = ["一号路", "二号路", "三号路", "四号路", "五号路"];
  const asked = Array.from(
    { length: 500 },
    (_, index) => `${streets[index % 5]}刚才地震了，房子晃得厉害，${index % 2 ? "要不要撤离" : "能不能回家"}`,
  );
  for (let from = 0; from < asked.length; from += 20)
    await Promise.all(asked.slice(from, from + 20).map((text, index) => says(`o-${from + index}`, text)));
  const groups = await stands();
  expect(groups.flat()).toHaveLength(500);
  expect(await db.question.count({ where: { accountId, groupedAt: null } })).toBe(0);
  const streetOf = (openid: string) => Number(openid.slice(2)) % streets.length;
  expect(groups.filter((group) => new Set(group.map(streetOf)).size > 1)).toEqual([]);
  expect(groups.filter((group) => group.length === 1)).toEqual([]);
  await says("o-next", "三号路刚才地震了，房子晃得厉害，能不能回家");
  expect((await stands()).find((group) => group.includes("o-next"))?.length).toBeGreaterThan(1);
});
