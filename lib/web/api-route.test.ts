import { expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import "@/prisma/testing";
import { apiRoute, MOST_REFUSED } from "./api-route";
import { rateLimit } from "./rate-limit";
import { ask, program } from "./testing/program";

test("a defect says nothing of itself", async () => {
  const { calls } = await program();
  const broken = apiRoute("inbox.read", async () => {
    throw new TypeError("secret detail");
  });
  const { status, body } = await calls(broken);
  expect(status).toBe(500);
  expect(body).toMatchObject({ type: "urn:jida:problem:unexpected", title: "Unexpected error", status: 500 });
  expect(JSON.stringify(body)).not.toContain("secret");
});

test("a refusal keeps its facts; one that passes by itself says when to ask again", async () => {
  const { calls } = await program();
  const refusing = apiRoute("inbox.read", async () => {
    throw new Refusal("signInBlocked", { seconds: 12 });
  });
  const { status, headers, body } = await calls(refusing);
  expect({ status, after: headers.get("retry-after"), seconds: body.seconds }).toEqual({ status: 429, after: "12", seconds: 12 });
});

test("a token that runs wild is told when to call again; another is let in", async () => {
  const [wild, calm] = [await program(), await program()];
  const fine = apiRoute("inbox.read", async () => ({ fine: true }), rateLimit(2));
  const statuses = [(await wild.calls(fine)).status, (await wild.calls(fine)).status, (await wild.calls(fine)).status];
  expect(statuses).toEqual([200, 200, 429]);
  expect((await wild.calls(fine)).headers.get("retry-after")).toBe("60");
  expect((await calm.calls(fine)).status).toBe(200);
});

test("who has no token is turned away unasked after a while, and no program at that address with it", async () => {
  // All within one minute, however long it takes.
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const fine = apiRoute("inbox.read", async () => ({ fine: true }));
  const [{ calls }, other] = [await program(), await program()];
  const stranger = { headers: { "x-forwarded-for": "203.0.113.7" } };
  await calls(fine, stranger);
  const { status } = await ask(fine, stranger);
  for (let index = 1; index < MOST_REFUSED; index += 1) await ask(fine, stranger);
  const late = await ask(fine, stranger);
  expect([status, late.status, late.headers.get("retry-after")]).toEqual([401, 429, "60"]);
  expect([(await calls(fine, stranger)).status, (await other.calls(fine, stranger)).status]).toEqual([200, 429]);
  expect((await other.calls(fine, { headers: { "x-forwarded-for": "203.0.113.8" } })).status).toBe(200);
});

test("no cache keeps an answer", async () => {
  const { calls } = await program();
  const { headers } = await calls(apiRoute("inbox.read", async () => ({ fine: true })));
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a database that is away for a moment is 503, with the time to ask again", async () => {
  const { calls } = await program();
  const lost = apiRoute("inbox.read", async () => db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
  const { status, headers } = await calls(lost);
  expect({ status, after: headers.get("retry-after") }).toEqual({ status: 503, after: "5" });
});
