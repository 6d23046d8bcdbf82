import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { claimQuestion } from "@/lib/questions/claim-question";
import { closeQuestion } from "@/lib/questions/close-question";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { claimNotice } from "./claim-notice";
import { followForSubscribers } from "./follow";
import { NOTICE_LEASE_SECONDS } from "./rules";
import { settleNotice } from "./settle-notice";
import { claims, notices, subscribed } from "./testing";

test("of a thread one at a time and in order, of others at once; by one worker alone, under the same id and with the same body again", async () => {
  const { hears, lin } = await subscribed();
  const { questionId } = await hears("openid-wang", "三号路停水了");
  await claimQuestion({ questionId: questionId ?? "" }, lin);
  await closeQuestion({ questionId: questionId ?? "", reason: "repeated" }, lin);
  await hears("openid-li", "公园几点关门");
  await followForSubscribers();
  expect((await notices()).map(({ type }) => type)).toEqual(["question.opened", "question.closed", "question.opened"]);

  const at = now();
  const raced = [...(await Promise.all([claimNotice(at), claimNotice(at), claimNotice(at)])), await claimNotice(at)];
  const claimed = raced.flatMap((claim) => claim ?? []);
  expect(claimed).toHaveLength(2);
  expect(claimed.map(({ body }) => body).join()).not.toContain("question.closed");
  // Its worker fell silent.
  const late = after(at, (NOTICE_LEASE_SECONDS + 1) * SECOND);
  const again = [await claims(late), await claims(late)];
  expect(again.map(({ id, body }) => [id, body]).sort()).toEqual(claimed.map(({ id, body }) => [id, body]).sort());
  expect(again.map(({ attempts }) => attempts)).toEqual([2, 2]);
  for (const claim of claimed) expect(await settleNotice(claim, { kind: "taken" }, late)).toBe(false);
  for (const claim of again) expect(await settleNotice(claim, { kind: "taken" }, late)).toBe(true);
  expect(JSON.parse((await claims(late)).body)).toMatchObject({ type: "question.closed", data: { questionId, reason: "repeated" } });
});

test("one that does not answer is sent one thing at a time, after a pause; one that is paused nothing", async () => {
  const { hears } = await subscribed();
  for (const name of ["a", "b", "c", "d", "e", "f"]) await hears(`openid-${name}`, "停水了");
  await followForSubscribers();
  const at = now();
  const first = [await claims(at), await claims(at), await claims(at), await claims(at)];
  expect(await claimNotice(at)).toBeNull();
  for (const claim of first) await settleNotice(claim, { kind: "notTaken", code: "timeout", detail: null, retry: true }, at);
  expect(await claimNotice(after(at, SECOND))).toBeNull();
  const later = after(at, 600 * SECOND);
  await claims(later);
  expect(await claimNotice(later)).toBeNull();
  await db.notice.updateMany({ where: { status: "sending" }, data: { status: "taken" } });
  await db.subscriber.updateMany({ data: { pausedAt: later } });
  expect(await claimNotice(later)).toBeNull();
});
