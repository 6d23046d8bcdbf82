import { expect, test, vi } from "vitest";
import { ungroupedQuestions } from "@/lib/clusters/grouping";
import { db } from "@/lib/db";
import { at, question } from "@/lib/questions/testing";
import { markSent } from "@/lib/replies/mark-sent";
import { claims, says } from "@/lib/replies/testing";
import { saveDraft } from "@/lib/standing-answers/save-draft";
import { anyOf, draft, plant } from "@/lib/standing-answers/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";

/** A town with weather under 2, in force until a hundred seconds after eight, and whoever writes there. */
async function desk() {
  const made = await town();
  const rules = [anyOf("天气", "气温")];
  const weatherId = await plant(
    made.accountId,
    made.lin,
    { name: "天气", number: 2, rules, asOf: at(-3_600), validUntil: at(100) },
    at(-3_600),
  );
  await plant(made.accountId, made.lin, { name: "热线电话", number: 4 }, at(-3_600));
  const event = (openid: string, name: string, eventKey: string, second: number) =>
    made.hears(openid, "", at(second), { kind: "event", event: name, eventKey, msgId: null, dedupeKey: `e:${openid}:${second}` });
  return { ...made, weatherId, event };
}

const stored = (id: string) => db.message.findUniqueOrThrow({ where: { id } });

test("what is nothing but a number or a keyword is answered in the push itself, opens nothing, and is kept by ids", async () => {
  const { hears, weatherId } = await desk();
  for (const [index, text] of ["2", "２", "二", "按2", "2。", "天气", "今天天气怎么样"].entries()) {
    const { messageId, questionId, passiveReply } = await hears(`o-${index}`, text, at(0));
    expect([passiveReply, questionId], text).toEqual([
      expect.stringContaining("截至23日07:00，来源：区气象局。\n没答到？回复0找值班员。"),
      null,
    ]);
    const asked = { answerId: weatherId, means: text.includes("天气") ? "keyword" : "number" };
    expect(await stored(messageId), text).toMatchObject({ nature: "standing", facts: { standing: asked } });
  }
  expect(await db.question.count()).toBe(0);
});

test("a question with a number or a keyword in it is for a person", async () => {
  const { hears } = await desk();
  const questions = ["2号楼停水了", "9", "天气太冷暖气不热", "煤气味很重", "2026-11-22"];
  for (const [index, text] of questions.entries()) {
    const { questionId, passiveReply } = await hears(`o-${index}`, text, at(0));
    expect([passiveReply ?? "", questionId], text).toEqual([expect.not.stringContaining("常备答复"), expect.any(String)]);
  }
  expect(await hears("o-face", "😀", at(0))).toMatchObject({ questionId: null, passiveReply: null });
});

test("past its time it is not sent: who asks for it asks a person, who taps for it is told", async () => {
  const { hears, event, weatherId } = await desk();
  expect((await hears("o-xing", "2", at(99))).questionId).toBeNull();
  expect(await hears("o-xing", "2", at(100))).toMatchObject({ passiveReply: null, questionId: expect.any(String) });
  expect((await event("o-luo", "CLICK", `jida:${weatherId}`, 99)).passiveReply).toContain("晴");
  expect((await event("o-luo", "CLICK", `jida:${weatherId}`, 100)).passiveReply).toContain("“天气”现在没有有效的内容");
  expect((await event("o-luo", "CLICK", "another", 101)).passiveReply).toBeNull();
});

test("a waiting question's clock goes on; what was asked besides belongs to it", async () => {
  const { hears } = await desk();
  const { questionId } = await hears("o-xing", "三号路停水了", at(0));
  const before = await question(questionId);
  const served = await hears("o-xing", "天气", at(30));
  expect(served).toMatchObject({ questionId, passiveReply: expect.stringContaining("常备答复") });
  expect(await question(questionId)).toEqual(before);
});

test("whoever is talking with an officer is not answered by a machine", async () => {
  const { hears, lin } = await desk();
  const { questionId, threadId } = await hears("o-xing", "楼道灯坏了", at(0));
  await says(lin, threadId, "请问您是几单元？请回复数字。", at(20), { kind: "ask" });
  const { id, claimId } = await claims(at(26));
  await markSent({ id, claimId }, at(27));
  for (const [text, second] of [
    ["2", 60],
    ["0", 61],
  ] as const) {
    const { messageId, ...received } = await hears("o-xing", text, at(second));
    expect(received).toMatchObject({ questionId, passiveReply: null });
    expect(await stored(messageId)).toMatchObject({ nature: "content", facts: {} });
  }
  expect(await question(questionId)).toMatchObject({ waitingSince: at(60), nextDueAt: at(660) });
});

test("nor by one while nobody knows yet whether the officer's question arrived", async () => {
  const { hears, lin } = await desk();
  const { questionId, threadId } = await hears("o-xing", "楼道灯坏了", at(0));
  await says(lin, threadId, "请问您是几单元？请回复数字。", at(20), { kind: "ask" });
  await claims(at(26));
  expect(await hears("o-xing", "2", at(60))).toMatchObject({ questionId, passiveReply: null });
});

test("an interim reply that stands for days keeps the machine silent for half an hour only", async () => {
  const { hears, lin } = await desk();
  const { questionId, threadId } = await hears("o-xing", "楼道灯坏了", at(0));
  await says(lin, threadId, "已请物业检修，后天由我回复您。", at(20), { kind: "interim", unit: "物业", promisedAt: at(172_800) });
  const { id, claimId } = await claims(at(26));
  await markSent({ id, claimId }, at(27));
  expect((await hears("o-xing", "4", at(1_827))).passiveReply).toBeNull();
  expect(await hears("o-xing", "4", at(1_828))).toMatchObject({ questionId, passiveReply: expect.stringContaining("常备答复") });
});

test("0 and 人工 ask for a person and get one", async () => {
  const { hears } = await desk();
  for (const text of ["0", "人工"]) {
    await hears(`o-${text}`, "天气", at(0));
    const asked = await hears(`o-${text}`, text, at(10));
    expect(asked.passiveReply).toContain("已请值班员来答");
    expect(await question(asked.questionId)).toMatchObject({ openedAt: at(10), dueAt: at(610) });
    expect((await stored(asked.messageId)).facts).toMatchObject({ standing: { means: "person" } });
  }
});

test("the menu is what is in force, to whoever asks for it or follows; where there is none everything is as without", async () => {
  const { hears, event } = await desk();
  expect((await hears("o-xing", "菜单", at(0))).passiveReply).toContain("\n2 天气\n4 热线电话\n");
  expect((await hears("o-xing", "菜单", at(100))).passiveReply).toContain("马上看到：\n4 热线电话\n");
  expect((await event("o-luo", "subscribe", "", 0)).passiveReply).toMatch(/^您好，欢迎关注。.*\n2 天气/s);
  expect((await hears("o-luo", "您好", at(1))).passiveReply).toContain("请直接打字告诉我们");
  expect((await hears("o-luo", "", at(2), { kind: "image" })).passiveReply).toBeNull();
});

test("a repetition gets what was sent, whatever has been published since; danger comes first", async () => {
  const { hears, lin, accountId, account } = await desk();
  const article = { title: "要闻", description: "", url: "https://a.cn/1", pictureUrl: "" };
  const standingAnswerId = await plant(accountId, lin, { name: "新闻", number: 1, body: { kind: "articles", articles: [article] } }, at(0));
  const first = await hears("o-xing", "1", at(10), { dedupeKey: "m:1" });
  expect(first).toMatchObject({ duplicate: false, card: { kind: "article", title: "要闻", url: "https://a.cn/1" } });
  await saveDraft(draft({ standingAnswerId, version: 1 }), lin, at(11));
  await db.standingAnswer.update({ where: { id: standingAnswerId }, data: { archivedAt: at(12) } });
  const { passiveReply, card } = await hears("o-xing", "1", at(15), { dedupeKey: "m:1" });
  expect({ passiveReply, card }).toEqual({ passiveReply: first.passiveReply, card: first.card });

  await plant(accountId, lin, { name: "煤气", number: 7 }, at(20));
  await db.officialAccount.updateMany({ where: { slug: account.slug }, data: { dangerWords: ["煤气"] } });
  expect((await hears("o-luo", "煤气", at(30))).passiveReply).toContain("119");
});

test("what cannot be told goes to a person", async () => {
  const { hears, weatherId } = await desk();
  await db.standingVersion.updateMany({ where: { standingAnswerId: weatherId }, data: { body: { kind: "articles" } } });
  const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const heard = await hears("o-xing", "2", at(0));
  const logged = String(log.mock.calls);
  log.mockRestore();
  expect([heard.questionId, heard.passiveReply, logged]).toEqual([
    expect.any(String),
    null,
    expect.stringContaining("answering by itself"),
  ]);
});

test("a word for a person is not grouped by, so that all who say it are not one matter", async () => {
  const { hears, accountId } = await desk();
  await hears("o-xing", "0", at(0));
  await hears("o-luo", "转人工", at(10));
  await hears("o-luo", "路灯坏了", at(20));
  expect((await ungroupedQuestions(accountId, 9)).map(({ said }) => said)).toEqual([[], ["路灯坏了"]]);
});
