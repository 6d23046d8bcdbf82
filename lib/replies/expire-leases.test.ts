import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { expireLeases } from "./expire-leases";
import { at, claims, eight, reply, says } from "./testing";

test("a worker that died while sending leaves an unknown reply, once its thirty seconds are over", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(1));
  await claims(at(10));
  expect(await expireLeases(at(40))).toBe(0);
  expect(await expireLeases(at(41))).toBe(1);
  expect(await reply(id)).toMatchObject({ status: "unknown", errorCode: "leaseExpired" });
  expect(await db.event.count({ where: { type: "reply.unknown", replyId: id } })).toBe(1);
  expect(await expireLeases(at(42))).toBe(0);
});
