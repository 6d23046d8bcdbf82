import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { closeQuestion } from "@/lib/questions/close-question";
import { told } from "@/lib/questions/testing";
import { says } from "@/lib/replies/testing";
import "@/prisma/testing";
import { askRatings } from "./ask-rating";
import { claimRequest } from "./claim-request";
import { askingTown, at, claims, drops, left, OPENID, request } from "./testing";

test("twenty workers at once: each resident is asked by one of them, out of the five messages", async () => {
  const { asksAndHears } = await askingTown();
  for (let index = 0; index < 6; index += 1) await asksAndHears(`o-${index}`, 0);
  await askRatings(at(40));
  const claimed = (await Promise.all(Array.from({ length: 20 }, () => claimRequest(at(40))))).flatMap((one) => one ?? []);
  expect(claimed.map(({ kind }) => kind)).toEqual(Array(6).fill("claimed"));
  expect(new Set(claimed.map(({ id }) => id)).size).toBe(6);
  expect((await db.resident.findMany()).map(({ messageWindowRemaining }) => messageWindowRemaining)).toEqual(Array(6).fill(3));
});

test("a menu carries no secret; a link carries one whose hash alone is kept", async () => {
  const { asksAndHears } = await askingTown();
  await asksAndHears(OPENID, 0);
  expect(await claims(at(40))).toMatchObject({ means: "menu", token: null });
  await db.satisfaction.updateMany({ data: { means: "page" } });
  await asksAndHears("o-pan", 0);
  const { id, token } = await claims(at(40));
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(JSON.stringify(await request(id), (_, value) => (typeof value === "bigint" ? 0 : value))).not.toContain(token);
  expect((await request(id)).expiresAt).toEqual(at(40 + 7 * 24 * 60));
});

describe("nobody is asked", () => {
  test("who has written since, or waits for something else; bare thanks are no reason", async () => {
    const { asksAndHears, hears } = await askingTown();
    await asksAndHears("o-thanks", 0);
    await hears("o-thanks", "谢谢", at(5));
    await asksAndHears("o-greets", 1);
    await hears("o-greets", "在吗", at(5));
    await asksAndHears("o-wrote", 2);
    const { questionId } = await hears("o-wrote", "还有一件事", at(5));
    await asksAndHears("o-waits", 3);
    await db.question.updateMany({ where: { thread: { resident: { openid: "o-waits" } } }, data: { reopenedAt: at(4), answeredAt: null } });
    expect(questionId).not.toBeNull();
    expect(await drops(at(40))).toEqual([null, "wroteSince", "wroteSince"]);
    expect(await told("ratingRequest.dropped")).toHaveLength(2);
  });

  test("in danger, after abuse, or twice within a day", async () => {
    const { asksAndHears, hears, lin } = await askingTown();
    await asksAndHears("o-danger", 0, "有煤气味");
    const { questionId } = await hears("o-abuse", "骂人的话", at(-20));
    await closeQuestion({ questionId: questionId ?? "", reason: "abuse" }, lin, at(-19));
    await asksAndHears("o-abuse", 1);
    await asksAndHears(OPENID, 2);
    expect(await drops(at(40))).toEqual(["danger", "abuse", null]);
    await asksAndHears(OPENID, 60);
    expect((await drops(at(100))).at(-1)).toBe("askedLately");
    await asksAndHears(OPENID, 25 * 60);
    expect((await drops(at(25 * 60 + 40))).at(-1)).toBeNull();
  });

  test("outside WeChat's window, after unfollowing, or where a machine would take what is kept for people", async () => {
    const { asksAndHears, hears } = await askingTown();
    await asksAndHears("o-closed", 0);
    await asksAndHears("o-left", 1);
    await hears("o-left", "", at(5), { kind: "event", event: "unsubscribe", eventKey: "" });
    await asksAndHears("o-few", 2);
    await asksAndHears("o-enough", 3);
    const window = (openid: string, data: object) => db.resident.updateMany({ where: { openid }, data });
    await window("o-closed", { messageWindowClosesAt: at(39) });
    await window("o-few", { messageWindowRemaining: 2 });
    await window("o-enough", { messageWindowRemaining: 3 });
    expect(await drops(at(40))).toEqual(["windowClosed", "windowClosed", "windowKept", null]);
    expect(await left("o-few")).toBe(2);
    expect(await left("o-enough")).toBe(2);
  });

  test("once it is switched off", async () => {
    const { asksAndHears } = await askingTown();
    await asksAndHears(OPENID, 0);
    await askRatings(at(40));
    await db.satisfaction.updateMany({ data: { onSince: null } });
    expect(await drops(at(40))).toEqual(["switchedOff"]);
  });
});

test("put off while a reply is underway and until duty begins, given up after half a day", async () => {
  const { asksAndHears, accountId, he, lin } = await askingTown();
  const { threadId } = await asksAndHears(OPENID, 0);
  await says(lin, threadId, "补充一句", at(39));
  await askRatings(at(40));
  expect(await claimRequest(at(40))).toMatchObject({ kind: "putOff" });
  expect(await claimRequest(at(40))).toBeNull();
  await db.reply.updateMany({ where: { status: "queued" }, data: { status: "withdrawn" } });

  const day = [{ from: "13:00", to: "18:00" }];
  const calendar = { week: Array(7).fill(day), days: [{ day: "2026-11-23", name: "停电检修", periods: [{ from: "14:00", to: "18:00" }] }] };
  await db.workCalendar.create({ data: { accountId, effectiveFrom: at(-600), calendar, officerId: he.id, savedAt: at(-600) } });
  expect(await claimRequest(at(42))).toMatchObject({ kind: "putOff" });
  // Eight in the morning was the town's eight: duty begins at fourteen that day.
  expect(await claimRequest(at(5 * 60 + 59))).toMatchObject({ kind: "putOff" });
  expect(await claimRequest(at(6 * 60 + 9))).toMatchObject({ kind: "claimed" });

  await asksAndHears("o-late", 8 * 60);
  await askRatings(at(9 * 60));
  expect(await claimRequest(at(22 * 60))).toMatchObject({ kind: "dropped" });
  expect((await told("ratingRequest.dropped")).at(-1)).toMatchObject({ facts: { reason: "tooLate" } });
});
