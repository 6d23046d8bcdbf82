import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimReply } from "./claim-reply";
import { holdReply } from "./hold-reply";
import { at, claims, eight, remaining, reply, says } from "./testing";

test("what was surely not taken waits and is tried again; the window is spent only while it is being sent", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(1));
  const claim = await claims(at(10));
  expect(await remaining()).toBe(4);
  expect(await holdReply(claim, { errcode: -1, code: "systemBusy", detail: "-1" }, at(20), at(11))).toBe(true);
  expect(await remaining()).toBe(5);
  expect(await claimReply(at(19))).toBeNull();
  expect((await claims(at(20))).attempts).toBe(2);
  expect((await reply(id)).errorCode).toBeNull();
  expect(await db.event.count({ where: { type: "reply.held" } })).toBe(1);
  expect(await holdReply(claim, { errcode: -1, code: "systemBusy", detail: null }, at(60), at(21))).toBe(false);
});
