import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { OperationHandler } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";
import { problemsOf } from "@/lib/web/openapi";
import { expectDocumented } from "@/lib/web/testing/documented";
import { program } from "@/lib/web/testing/program";
import "@/prisma/testing";
import { GET } from "./route";

const ROOT = path.join(import.meta.dirname, "..");

/** Every method of every address that a route file answers as an operation. */
async function routed(): Promise<string[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "route.ts");
  const found = await Promise.all(
    files.map(async (file) => {
      const address = `/${path.dirname(file).replaceAll("[", "{").replaceAll("]", "}")}`;
      const handlers = Object.entries((await import(path.join(ROOT, file))) as Record<string, OperationHandler>);
      const own = handlers.filter(([, { operation }]) => operation);
      for (const [method, { operation }] of own) expect([operation?.path, operation?.method]).toEqual([address, method.toLowerCase()]);
      return own.map(([method]) => `${method.toLowerCase()} ${address}`);
    }),
  );
  return found.flat().sort();
}

test("the document names every method of every route, and nothing else", async () => {
  const { calls } = await program();
  const { body } = await calls(GET);
  const told = Object.entries(body.paths as Record<string, object>).flatMap(([address, methods]) =>
    Object.keys(methods).map((method) => `${method} ${address}`),
  );
  expect(told.sort()).toEqual(await routed());
  expect(told.length).toBe(Object.keys(operations).length);
  const text = JSON.stringify(body);
  const named = Object.keys((body.components as { schemas: object }).schemas);
  const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(referred.filter((name) => !named.includes(name ?? ""))).toEqual([]);
  expect(text).not.toContain("$defs");
});

test("what the document says of a reply is what its route takes: kind may be left out, an interim names a unit and a date", () => {
  const schema = operations.sendReply.body;
  expect(schema.safeParse({ text: "好的", threadVersion: 1 }).data).toMatchObject({ kind: "answer" });
  expect([...problemsOf(operations.sendReply)].sort()).toMatchObject([
    [400, ["malformed"]],
    [401, ["unauthorized"]],
    [403, ["notAllowed"]],
    [404, ["threadNotFound"]],
    [409, ["threadMoved", "windowClosed", "windowSpent"]],
    [413, ["tooLarge"]],
    [415, ["unsupportedMediaType"]],
    [422, ["invalid", "promiseNotAllowed", "replyEmpty", "replyTooLong", "idempotencyKeyReused"]],
    [500, ["unexpected"]],
    [503, ["unavailable"]],
  ]);
});

test("the check that stands behind every test of the API can fail", () => {
  const headers = new Headers({ "content-type": "application/json" });
  const id = "018f0000-0000-7000-8000-000000000000";
  const answer = { status: 200, headers, body: { id, threadId: id, status: "sent", attempts: 1, error: null } };
  const check = (change: object) => () => expectDocumented(operations.readReply, { ...answer, ...change });
  check({})();
  for (const body of [
    { ...answer.body, attempts: "1" },
    { ...answer.body, more: 1 },
    { ...answer.body, error: undefined },
  ]) {
    expect(check({ body })).toThrow();
  }
  expect(check({ status: 201 })).toThrow();
  expect(check({ headers: new Headers({ "content-type": "text/html" }) })).toThrow();
});

test.each([
  ["a method that an address lacks", "PUT", { status: 405, allow: "GET, HEAD, OPTIONS" }],
  ["OPTIONS", "OPTIONS", { status: 204, allow: "GET, HEAD, OPTIONS" }],
])("%s is told which there are", async (_, method, expected) => {
  const { token } = await program();
  const handlers = (await import("./route")) as Record<string, OperationHandler>;
  const request = new Request("http://desk.test/api/v1/openapi.json", { method, headers: { authorization: `Bearer ${token}` } });
  const answer = await handlers[method]?.(request, { params: Promise.resolve({}) });
  expect({ status: answer?.status, allow: answer?.headers.get("allow") }).toEqual(expected);
});
