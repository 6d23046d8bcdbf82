import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ApiHandler } from "@/lib/web/api-route";
import { ask } from "@/lib/web/testing/program";
import "@/prisma/testing";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const routes = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "route.ts");

test("finds the routes", () => {
  expect(routes.length).toBeGreaterThanOrEqual(10);
});

test.each(routes)("%s lets nobody in without a token", async (file) => {
  const exported = Object.entries((await import(path.join(import.meta.dirname, file))) as Record<string, unknown>);
  const handlers = exported.filter(([name]) => METHODS.includes(name)) as [string, ApiHandler][];
  expect(handlers.length).toBeGreaterThan(0);

  for (const [, handler] of handlers) {
    for (const headers of [{}, { authorization: "Bearer jida_unknown" }, { authorization: "Basic eDp5" }]) {
      const answer = await ask(handler, { method: "POST", headers, body: "{", params: { id: "x" } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="jida"/);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.body).toMatchObject({ type: "urn:jida:problem:unauthorized", status: 401 });
    }
  }
});
