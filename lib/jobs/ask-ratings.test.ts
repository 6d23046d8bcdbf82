import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { menuIdOf, SCORE_WORDS } from "@/lib/ratings/rules";
import { askingTown, left, OPENID } from "@/lib/ratings/testing";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { answerThread } from "@/lib/ratings/testing";
import { askWhoIsDue, gatherRatings } from "./ask-ratings";
import { platform } from "./testing";

// The environment is read once, at the first import.
await vi.hoisted(async () => {
  const { closedAddress } = await import("@/lib/wechat/testing/raw-server");
  process.env.WECHAT_API_BASE_URL = `http://${await closedAddress()}`;
});

/** Somebody who was answered a while ago, on the platform's phone, in an account that asks at once. */
async function due(change: object = {}) {
  const wechat = await platform();
  await wechat.joins(OPENID);
  const desk = await askingTown({ delayMinutes: 0, ...change });
  const asked = after(now(), -5 * MINUTE);
  await db.satisfaction.updateMany({ data: { onSince: after(asked, -MINUTE) } });
  const { threadId, questionId } = await desk.hears(OPENID, "出口堵了", asked);
  await answerThread(desk.lin, threadId, after(asked, MINUTE));
  return { ...wechat, ...desk, threadId, questionId: questionId ?? "" };
}

const only = () => db.ratingRequest.findFirstOrThrow();

test("a menu of four on the phone, once, out of the window", async () => {
  const { control, sends } = await due();
  expect(await askWhoIsDue()).toBe(1);
  expect(await askWhoIsDue()).toBe(0);
  const { seq, status } = await only();
  expect(status).toBe("sent");
  expect(await sends()).toHaveLength(1);
  const chat = await control("GET", `residents/${OPENID}/chat`);
  expect(chat.at(-1)).toMatchObject({
    kind: "msgmenu",
    menu: [
      { id: menuIdOf(seq, "satisfied"), content: SCORE_WORDS.satisfied },
      { id: menuIdOf(seq, "fair"), content: SCORE_WORDS.fair },
      { id: menuIdOf(seq, "unsatisfied"), content: SCORE_WORDS.unsatisfied },
      { id: menuIdOf(seq, "notSolved"), content: SCORE_WORDS.notSolved },
    ],
  });
  expect(await left()).toBe(3);
});

test("or a text with a link that nobody else knows", async () => {
  const { phone } = await due({ means: "page" });
  await askWhoIsDue();
  expect((await phone(OPENID)).at(-1)).toMatch(/〔自动回复〕\nhttps?:\/\/[^/]+\/rate\/[A-Za-z0-9_-]{43}$/);
  expect((await only()).tokenHash).toMatch(/^[0-9a-f]{64}$/);
});

describe("what WeChat says instead", () => {
  test("nothing clear: unknown, and never again", async () => {
    const { fails, mends } = await due();
    await fails("reset-after");
    await askWhoIsDue();
    expect((await only()).status).toBe("unknown");
    await mends();
    expect(await askWhoIsDue()).toBe(0);
    expect(await left()).toBe(3);
  });

  test.each([
    [45_009, "queued", "dailyQuotaSpent", 4],
    [48_001, "failed", "notGranted", 4],
    [45_047, "failed", "windowSpent", 0],
  ])("%i: %s", async (errcode, status, errorCode, remaining) => {
    const { fails } = await due();
    await fails("errcode", { errcode });
    await askWhoIsDue();
    expect(await only()).toMatchObject({ status, errorCode });
    expect(await left()).toBe(remaining);
  });
});

describe("what comes back", () => {
  test("a tap whose web process died after storing it becomes a rating all the same; typed words its comment and still a question", async () => {
    const { hears, questionId } = await due();
    await askWhoIsDue();
    const { seq } = await only();
    const tapped = after(now(), -30 * SECOND);
    await hears(OPENID, "满意", tapped, { facts: { bizmsgmenuid: menuIdOf(seq, "satisfied") } });
    const typed = await hears(OPENID, "服务很好，下次还来", after(tapped, 10 * SECOND));
    await gatherRatings();
    await gatherRatings();
    const rating = await db.rating.findUniqueOrThrow({ where: { questionId } });
    expect(rating).toMatchObject({ score: "satisfied", means: "menu", comment: "服务很好，下次还来" });
    expect(typed.questionId).not.toBeNull();
    expect(typed.questionId).not.toBe(questionId);
    expect(await db.rating.count()).toBe(1);
  });
});
