import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { DEFAULT_SATISFACTION, menuIdOf } from "@/lib/ratings/rules";
import { answerThread, askingTown, at, claims } from "@/lib/ratings/testing";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import { account } from "@/lib/wechat/testing/vectors";
import { xmlFields } from "@/lib/wechat/xml-fields";
import "@/prisma/testing";
import { doorOf, textXml } from "./testing";

/** A tap on the menu by which the account of a door asked somebody. */
const tapXml = (openid: string, menuId: string, msgId: string) =>
  textXml("没有解决", { openid, msgId }).replace("</xml>", `<bizmsgmenuid>${menuId}</bizmsgmenuid></xml>`);

describe("a tap on a rating", () => {
  test("opens the question again before its answer goes out; a second delivery and a second tap change nothing", async () => {
    const slug = `door-${randomUUID().slice(0, 8)}`;
    const desk = await askingTown({ delayMinutes: 0 }, { ...account, slug });
    const { plain } = doorOf(slug, account);
    const { threadId, questionId } = await desk.hears("oUser", "出口堵了", after(now(), -5 * MINUTE));
    await db.satisfaction.updateMany({ data: { onSince: after(now(), -6 * MINUTE) } });
    await answerThread(desk.lin, threadId, after(now(), -4 * MINUTE));
    const { seq } = await claims(now());

    const tap = tapXml("oUser", menuIdOf(seq, "notSolved"), "1");
    const answer = await (await plain(tap)).text();
    expect(xmlFields(answer).Content).toBe(DEFAULT_SATISFACTION.notSolvedText);
    expect(await (await plain(tap)).text()).toContain(DEFAULT_SATISFACTION.notSolvedText);
    await plain(tapXml("oUser", menuIdOf(seq, "satisfied"), "2"));
    await plain(textXml("还是堵着"));

    const last = await db.message.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(last).toMatchObject({ text: "还是堵着", questionId });
    expect(await db.rating.findMany()).toMatchObject([{ questionId, score: "notSolved", means: "menu" }]);
    expect(await db.question.count()).toBe(1);
  });

  test("that somebody else was sent, or that is none of ours, rates nothing and loses nothing", async () => {
    const slug = `door-${randomUUID().slice(0, 8)}`;
    const desk = await askingTown({ delayMinutes: 0 }, { ...account, slug });
    const { plain } = doorOf(slug, account);
    await desk.asksAndHears("oUser", 0);
    const { seq } = await claims(at(40));
    await plain(tapXml("oOther", menuIdOf(seq, "notSolved"), "1"));
    expect(await (await plain(tapXml("oUser", "101", "2"))).text()).toBe("success");
    await plain(tapXml("oUser", `${menuIdOf(seq, "notSolved")}0`, "3"));
    expect(await db.rating.count()).toBe(0);
    expect(await db.message.findMany()).toHaveLength(5);
  });
});
