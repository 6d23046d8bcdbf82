import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";
import "@/prisma/testing";
import { forgetNotices } from "./forget-notices";
import { settleNotice } from "./settle-notice";
import { claimedNotice } from "./testing";

test("what has ended is kept thirty days and not longer, what waits as long as it waits", async () => {
  const { claim, subscriberId } = await claimedNotice();
  const at = now();
  await settleNotice(claim, { kind: "taken" }, at);
  const long = after(at, -365 * DAY);
  const row = { subscriberId, type: "question.opened", key: "waits", at: long, facts: {}, queuedAt: long, sendAfter: long };
  await db.notice.create({ data: row });
  expect(await forgetNotices(after(at, 29 * DAY))).toBe(0);
  expect(await forgetNotices(after(at, 31 * DAY))).toBe(1);
  expect((await db.notice.findMany()).map(({ key }) => key)).toEqual(["waits"]);
  expect(await db.event.count({ where: { type: "notice.forgotten" } })).toBe(1);
});
