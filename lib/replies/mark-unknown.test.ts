import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimReply } from "./claim-reply";
import { markUnknown } from "./mark-unknown";
import { at, claims, eight, question, remaining, reply, says } from "./testing";

test("an uncertain outcome is shown, never repeated by itself, and is no response; the window stays spent", async () => {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(1));
  expect(await markUnknown(await claims(at(10)), { code: "timeout", detail: null }, at(18))).toBe(true);
  expect(await reply(id)).toMatchObject({ status: "unknown", unknownAt: at(18), errorCode: "timeout" });
  expect(await claimReply(at(3_600))).toBeNull();
  expect((await question(questionId)).firstRepliedAt).toBeNull();
  expect(await remaining()).toBe(4);
  expect(await db.event.count({ where: { type: "reply.unknown" } })).toBe(1);
});
