import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { requestOfToken } from "@/lib/ratings/queries";
import { askingTown, claims, OPENID, question } from "@/lib/ratings/testing";
import { now } from "@/lib/time/clock";
import { after, DAY, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { POST } from "./route";

/** A resident who was sent a link just now. */
async function linked() {
  const desk = await askingTown({ means: "page", delayMinutes: 0 });
  const { questionId } = await desk.asksAndHears(OPENID, -2);
  await db.question.update({ where: { id: questionId }, data: { answeredAt: after(now(), -MINUTE) } });
  await db.resident.updateMany({ data: { messageWindowClosesAt: after(now(), DAY) } });
  await db.satisfaction.updateMany({ data: { onSince: after(now(), -5 * MINUTE) } });
  const { token } = await claims(now());
  return { ...desk, questionId, token: token ?? "" };
}

const FORM = "application/x-www-form-urlencoded";
const post = async (token: string, fields: Record<string, string>, type = FORM) => {
  const request = new Request("http://door.test/rate", {
    method: "POST",
    body: String(new URLSearchParams(fields)),
    headers: { "content-type": type },
  });
  const answer = await POST(request, { params: Promise.resolve({ token }) });
  expect(answer.status).toBe(303);
  return answer.headers.get("location");
};

test("one tap, then a few words: each once, whatever is posted afterwards", async () => {
  const { token, questionId } = await linked();
  expect(await requestOfToken(token)).toMatchObject({ state: "open", score: null });
  const tapped = await Promise.all(["satisfied", "notSolved", "fair"].map((score) => post(token, { score })));
  expect(new Set(tapped)).toEqual(new Set([`/rate/${token}`]));
  expect(await db.rating.count()).toBe(1);
  expect(await requestOfToken(token)).toMatchObject({ state: "rated" });
  await post(token, { comment: "  路口已经通了  " });
  await post(token, { comment: "再说一句" });
  expect(await db.rating.findFirst()).toMatchObject({ questionId, means: "page", comment: "路口已经通了" });
  expect(await requestOfToken(token)).toMatchObject({ state: "done" });
  expect(Object.keys((await requestOfToken(token)) ?? {}).sort()).toEqual(["accountName", "requestId", "score", "state"]);
});

test("没有解决 opens the question again", async () => {
  const { token, questionId } = await linked();
  await post(token, { score: "notSolved" });
  expect(await question(questionId)).toMatchObject({ answeredAt: null, reopenedById: null });
});

test.each([
  ["no score of ours", { score: "perfect" }],
  ["nothing", {}],
  ["a comment of blanks", { comment: "   " }],
  ["a comment too long", { comment: "长".repeat(501) }],
  ["a comment with NUL", { comment: "a\0b" }],
  ["more than a form holds", { comment: "x".repeat(20_000) }],
])("%s is sent back with one sentence, and changes nothing", async (_, fields) => {
  const { token } = await linked();
  expect(await post(token, fields as Record<string, string>)).toBe(`/rate/${token}?wrong`);
  expect(await db.rating.count()).toBe(0);
});

test("another content type, a token of nobody, and one that has expired rate nothing", async () => {
  const { token } = await linked();
  expect(await post(token, { score: "fair" }, "text/plain")).toBe(`/rate/${token}?wrong`);
  const wrong = ["", "-", "a".repeat(43), `${token}a`, "../../etc/passwd", "'; DROP TABLE", "%00", "\r\nx: y", "<script>"];
  for (const one of wrong) expect(await post(one, { score: "fair" })).toBe("/rate/-");
  await db.ratingRequest.updateMany({ data: { expiresAt: now() } });
  await post(token, { score: "fair" });
  expect(await requestOfToken(token)).toMatchObject({ state: "expired" });
  expect(await db.rating.count()).toBe(0);
});
