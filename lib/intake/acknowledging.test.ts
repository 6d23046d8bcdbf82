import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { answered, at, eight, question } from "@/lib/questions/testing";
import { DEFAULT_STANDING_SETTINGS, type StandingSettings } from "@/lib/standing-answers/queries";
import { readAtHand } from "@/lib/standing-answers/remembered";
import { saveSettings } from "@/lib/standing-answers/save-settings";
import { anyOf, plant } from "@/lib/standing-answers/testing";
import { DAY, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";

const DAYS = DAY / SECOND;
/** Seconds after eight on a Monday: half past eight is within the hours of `office`, ten in the evening is not. */
const MORNING = 1_800;
const EVENING = 14 * 3_600;

/** A town with weather under 2 and with duty from Monday to Friday, 8:30 to 17:30, and the rules that are given. */
async function office(rules: Partial<StandingSettings> = {}) {
  const made = await town();
  const day = [{ from: "08:30", to: "17:30" }];
  const calendar = { week: [day, day, day, day, day, [], []], days: [] };
  await db.workCalendar.create({
    data: { accountId: made.accountId, calendar, effectiveFrom: at(-3_600), officerId: made.he.id, savedAt: at(-3_600) },
  });
  await plant(made.accountId, made.lin, { name: "天气", number: 2, rules: [anyOf("天气")] }, at(-3_600));
  await saveSettings({ accountId: made.accountId, ...DEFAULT_STANDING_SETTINGS, ...rules, seenAt: null }, made.he, at(-3_600));
  return made;
}
const stored = (id: string) => db.message.findUniqueOrThrow({ where: { id } });

test("what opens a question outside duty is told when a person is back, once, at every delivery the same; it is no answer", async () => {
  const { hears } = await office();
  const first = await hears("o-xing", "三号路停水了", at(EVENING), { dedupeKey: "m:1" });
  expect(first.passiveReply).toContain("值班员明早8:30起按先后答复您");
  expect(await hears("o-xing", "三号路停水了", at(EVENING + 5), { dedupeKey: "m:1" })).toMatchObject({
    duplicate: true,
    passiveReply: first.passiveReply,
  });
  expect(await hears("o-xing", "什么时候来水", at(EVENING + 60))).toMatchObject({ questionId: first.questionId, passiveReply: null });
  expect(await stored(first.messageId)).toMatchObject({ nature: "content", facts: { acknowledged: "outside" } });
  expect(await question(first.questionId)).toMatchObject({ firstRepliedAt: null, countedFrom: at(MORNING + DAYS) });
  expect(await db.resident.findFirst()).toMatchObject({ messageWindowRemaining: 5 });
});

test("of messages that come at once one is told", async () => {
  const { hears } = await office();
  const all = await Promise.all(["停水了", "三号路", "几点来"].map((text) => hears("o-xing", text, at(EVENING))));
  expect(all.map(({ passiveReply }) => passiveReply !== null)).toEqual([true, false, false]);
});

test("nobody is told who did not write, asked for what the account answers by itself, or is answered otherwise", async () => {
  const { hears } = await office();
  const event = (name: string, key: string) =>
    hears("o-luo", "", at(EVENING), { kind: "event", event: name, eventKey: key, msgId: null, dedupeKey: `e:${name}` });
  for (const { messageId } of [
    await event("subscribe", ""),
    await event("CLICK", "jida:menu"),
    await event("VIEW", "https://a.cn"),
    await hears("o-luo", "您好", at(EVENING)),
    await hears("o-luo", "天气", at(EVENING)),
    await hears("o-gas", "家里煤气味很重", at(EVENING)),
  ])
    expect((await stored(messageId)).facts).not.toHaveProperty("acknowledged");
  expect((await hears("o-luo", "三号路停水了", at(EVENING + 9))).passiveReply).toContain("明早8:30");
  expect((await hears("o-zhu", "0", at(EVENING))).passiveReply).toMatch(/^已收到。现在不是值班时间，值班员明早8:30起/);
  expect((await hears("o-zhu", "路灯不亮", at(EVENING + 9))).passiveReply).toBeNull();
  expect((await hears("o-qiu", "0", at(MORNING))).passiveReply).toContain("已请值班员来答，10分钟内回复您");
});

test("who asks for a person while a question is open is told nothing of when: its clock began before, and may know no hours", async () => {
  const { hears } = await office();
  const danger = await hears("o-gas", "家里煤气味很重", at(EVENING));
  const asked = await hears("o-gas", "人工", at(EVENING + 9), { dedupeKey: "m:2" });
  expect(asked).toMatchObject({ questionId: danger.questionId, passiveReply: expect.stringMatching(/^好的，值班员会接着答复您/) });
  expect(asked.passiveReply).not.toMatch(/值班时间|分钟|\d:\d/);
  expect(await hears("o-gas", "人工", at(EVENING + 14), { dedupeKey: "m:2" })).toMatchObject({ passiveReply: asked.passiveReply });
  const told = await Promise.all([hears("o-zhu", "路灯不亮", at(MORNING)), hears("o-zhu", "0", at(MORNING))]);
  expect(told.map(({ passiveReply }) => passiveReply)).toEqual([null, expect.stringContaining("接着答复您")]);
  expect(await db.question.count()).toBe(2);
});

test("whoever has asked nothing for so many days is told, at each such question again", async () => {
  const { hears, lin } = await office({ firstOn: true, firstDays: 7 });
  const tells = async (days: number) => {
    const { passiveReply, questionId } = await hears("o-xing", "路灯不亮", at(MORNING + days * DAYS));
    await answered(questionId, lin, at(MORNING + days * DAYS + 60));
    return passiveReply;
  };
  await hears("o-xing", "天气", at(MORNING - 60));
  expect(await tells(0)).toBe("已收到，值班员10分钟内答复您。请接着打字说清楚：什么地方、什么事。〔自动回复〕");
  expect([await tells(1), await tells(4)]).toEqual([null, null]);
  expect(await tells(14)).toContain("已收到");
});

test("a long queue is counted in matters, with the pace of the last hour, and not for who is in danger", async () => {
  const { hears, lin, accountId } = await office({ queueOn: true, queueFrom: 3 });
  for (let person = 0; person < 7; person += 1) {
    const { questionId } = await hears(`o-${person}`, "路灯不亮", at(MORNING + person));
    if (person < 4) await answered(questionId, lin, at(MORNING + 60));
  }
  const { id: clusterId } = await db.cluster.create({ data: { accountId, place: "三号路", matter: "停水", openedAt: eight } });
  const same = [await hears("o-a", "停水了", at(MORNING + 70)), await hears("o-b", "停水了吗", at(MORNING + 71))];
  const ids = same.map(({ questionId }) => questionId ?? "");
  await db.question.updateMany({ where: { id: { in: ids } }, data: { clusterId, joinedAt: eight } });
  expect((await readAtHand(accountId, at(3_600))).waiting).toEqual({ waiting: 4, dealt: 4, countedAt: at(3_600) });
  expect((await hears("o-late", "停电了", at(3_600))).passiveReply).toContain("您前面约有4件，大约还要30分钟，");
  expect((await hears("o-fire", "着火了", at(3_600))).passiveReply).toContain("119");
});
