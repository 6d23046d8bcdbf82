import { expect, test } from "vitest";
import { claimQuestion } from "@/lib/questions/claim-question";
import { CLOSE_REASONS } from "@/lib/questions/rules";
import { ask, program } from "@/lib/web/testing/program";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { POST as claim } from "./claim/route";
import { POST as close } from "./close/route";
import { POST as reopen } from "./reopen/route";

async function oneQuestion() {
  const { hears, lin } = await town();
  const { questionId } = await hears("openid-wang", "三号路停水了");
  const { calls, officerId, token } = await program();
  return { calls, lin, officerId, token, questionId: questionId ?? "", params: { id: questionId ?? "" } };
}

test("claims in the program's own name, again and again", async () => {
  const { calls, officerId, params } = await oneQuestion();
  for (const _ of [1, 2])
    expect(await calls(claim, { method: "POST", params })).toMatchObject({ status: 200, body: { assignedTo: officerId } });
});

test("an officer's claim stands", async () => {
  const { calls, lin, params, questionId } = await oneQuestion();
  await claimQuestion({ questionId }, lin);
  expect(await calls(claim, { method: "POST", params })).toMatchObject({ status: 409, body: { type: "urn:jida:problem:alreadyClaimed" } });
});

test("closes for a fixed reason, once, and reopens at the same due time", async () => {
  const { calls, params } = await oneQuestion();
  const closed = await calls(close, { method: "POST", params, body: { reason: "repeated" } });
  expect(closed).toMatchObject({ status: 200, body: { status: "closed" } });
  expect(await calls(close, { method: "POST", params, body: { reason: "repeated" } })).toMatchObject({
    status: 409,
    body: { type: "urn:jida:problem:questionNotOpen" },
  });
  expect(await calls(claim, { method: "POST", params })).toMatchObject({ status: 409 });
  expect(await calls(reopen, { method: "POST", params })).toMatchObject({
    status: 200,
    body: { status: "open", dueAt: closed.body.dueAt },
  });
  expect(await calls(reopen, { method: "POST", params })).toMatchObject({
    status: 409,
    body: { type: "urn:jida:problem:questionNotClosed" },
  });
});

test.each([{ reason: "boring" }, {}, undefined])("a close with %j names the reasons", async (body) => {
  const { calls, params } = await oneQuestion();
  const answer = await calls(close, { method: "POST", params, body });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: "reason", allowed: [...CLOSE_REASONS] }] } });
});

test("what is no JSON, too large or of another type is refused as such", async () => {
  const { calls, params, token } = await oneQuestion();
  const post = { method: "POST", params } as const;
  expect(await calls(close, { ...post, body: '{"reason":' })).toMatchObject({ status: 400, body: { type: "urn:jida:problem:malformed" } });
  expect(await calls(close, { ...post, body: { reason: "x".repeat(70_000) } })).toMatchObject({ status: 413 });
  const headers = { authorization: `Bearer ${token}`, "content-type": "text/plain" };
  expect(await ask(close, { ...post, headers, body: '{"reason":"repeated"}' })).toMatchObject({ status: 415 });
});

test.each([claim, close, reopen])("nothing can be done to a question that is not there", async (handler) => {
  const { calls } = await oneQuestion();
  for (const id of ["nonsense", "018f0000-0000-7000-8000-000000000000"]) {
    expect((await calls(handler, { method: "POST", params: { id }, body: { reason: "repeated" } })).status).toBe(404);
  }
});
