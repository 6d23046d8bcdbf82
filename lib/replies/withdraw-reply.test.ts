import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimReply } from "./claim-reply";
import { at, claims, eight, reply, says } from "./testing";
import { withdrawReply } from "./withdraw-reply";

test("within its five seconds a reply is taken back, its text returned, the thread's version raised", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id, threadVersion } = await says(lin, threadId, "请绕行", at(5));
  await expect(withdrawReply({ replyId: id }, lin, at(7))).resolves.toMatchObject({ text: "请绕行", threadVersion: threadVersion + 1 });
  expect(await claimReply(at(60))).toBeNull();
  expect(await db.event.count({ where: { type: "reply.withdrawn", officerId: lin.id } })).toBe(1);
});

test("once the worker has it, it can't be taken back; of a race exactly one side wins", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const first = await says(lin, threadId, "请绕行", at(5));
  await claims(at(10));
  await expect(withdrawReply({ replyId: first.id }, lin, at(11))).rejects.toMatchObject({ code: "replyNotWithdrawable" });

  await db.reply.updateMany({ data: { status: "sent", leaseUntil: null } });
  const second = await says(lin, threadId, "再说一句", at(20));
  const [withdrawn, claimed] = await Promise.allSettled([withdrawReply({ replyId: second.id }, lin, at(25)), claimReply(at(25))]);
  const sent = claimed.status === "fulfilled" && claimed.value !== null;
  expect(sent).toBe(withdrawn.status === "rejected");
  expect((await reply(second.id)).status).toBe(sent ? "sending" : "withdrawn");
});
