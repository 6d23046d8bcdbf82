import pg from "pg";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { codesOf, isDatabaseAway } from "./error-codes";

const coded = (code: string) => Object.assign(new Error("no words"), { code });

describe("away or busy for a moment", () => {
  test.each([
    ["PostgreSQL's connections", ["08000", "08001", "08003", "08006", "08P01"]],
    ["PostgreSQL's shutdowns", ["57P01", "57P02", "57P03", "57P05"]],
    ["PostgreSQL when it is full or breaks a transaction off", ["53300", "40001", "40P01"]],
    ["Node's", ["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]],
    ["Prisma's", ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034", "P2037"]],
  ])("codes: %s", (_, codes) => {
    expect(codes.filter((code) => !isDatabaseAway(coded(code)))).toEqual([]);
  });

  test.each([
    "timeout exceeded when trying to connect",
    "Connection terminated unexpectedly",
    "Connection terminated due to connection timeout",
  ])("pg's words: %s", (words) => {
    expect(isDatabaseAway(new Error(words))).toBe(true);
  });

  test("also when it is the cause, one of several, or what Prisma's driver said", () => {
    expect(isDatabaseAway(new Error("outer", { cause: new Error("middle", { cause: coded("ECONNRESET") }) }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([coded("EACCES"), coded("ECONNREFUSED")]))).toBe(true);
    const driver = { cause: { kind: "TooManyConnections", originalCode: "53300" } };
    expect(isDatabaseAway(Object.assign(coded("P2010"), { meta: { driverAdapterError: driver } }))).toBe(true);
  });

  test("a server that is not there", async () => {
    const absent = await new pg.Client({ host: "127.0.0.1", port: 1 }).connect().catch((error: unknown) => error);
    expect(isDatabaseAway(absent)).toBe(true);
  });

  test("a connection that the server ends, asked directly and through Prisma", async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    client.on("error", () => undefined);
    await client.connect();
    const direct = await client.query("SELECT pg_terminate_backend(pg_backend_pid())").catch((error: unknown) => error);
    const through = await db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`.catch((error: unknown) => error);
    expect([isDatabaseAway(direct), isDatabaseAway(through)]).toEqual([true, true]);
  });
});

describe("a defect", () => {
  test.each(["22P05", "23505", "42P01", "57014", "P2002", "P2025", "X08006"])("code %s", (code) => {
    expect(isDatabaseAway(coded(code))).toBe(false);
  });

  test("a wrong statement, whose codes are told", async () => {
    const wrong = await db.$queryRaw`SELECT 1/0`.catch((error: unknown) => error);
    expect(isDatabaseAway(wrong)).toBe(false);
    expect(codesOf(wrong)).toEqual(["P2010", "22012"]);
  });

  test("nothing, a word, and an error that is its own cause", () => {
    const circular: { cause?: unknown } = {};
    circular.cause = circular;
    expect([undefined, null, "ECONNREFUSED", circular].map(isDatabaseAway)).toEqual([false, false, false, false]);
  });
});
