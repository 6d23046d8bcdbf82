import { execFile } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { createOfficer } from "@/lib/officers/create-officer";
import { mintToken } from "@/lib/officers/mint-token";
import { officerOfSession, officerOfToken } from "@/lib/officers/queries";
import { ROLES } from "@/lib/officers/rules";
import { signIn } from "@/lib/officers/sign-in";
import "@/prisma/testing";
import { town } from "@/prisma/town";

type Outcome = { code: number; stdout: string; stderr: string };

function run(command: string, ...words: string[]): Promise<Outcome> {
  const file = path.join(import.meta.dirname, `${command}.ts`);
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", file, ...words], { env: process.env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

test("mint-token prints a token that works, alone", async () => {
  const { code, stdout } = await run("mint-token", "--name", "bulletin", "--role", "officer");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^jida_[\w-]{43}\n$/);
  expect(await officerOfToken(stdout.trim())).toMatchObject({ name: "bulletin", role: "officer" });
});

test("create-officer prints the one-time password; the same login again is one clear line", async () => {
  const { code, stdout } = await run("create-officer", "--login", "wang", "--role", "supervisor");
  expect(code).toBe(0);
  await expect(signIn({ login: "wang", password: stdout.trim() })).resolves.toBeDefined();
  expect(await db.officer.findFirstOrThrow()).toMatchObject({ login: "wang", name: "wang", role: "supervisor" });

  const again = await run("create-officer", "--login", "wang", "--role", "officer", "--name", "王");
  expect(again).toMatchObject({ code: 1, stdout: "" });
  expect(again.stderr).toMatch(/^[^\n]*"wang"[^\n]*\n$/);
});

test("mint-token --revoke ends a token, once; of two programs of one name it lists the ids", async () => {
  const { token } = await mintToken({ name: "bulletin", role: "officer" });
  expect(await run("mint-token", "--revoke", "bulletin")).toMatchObject({ code: 0, stdout: expect.stringMatching(/bulletin\n$/) });
  expect(await officerOfToken(token)).toBeNull();
  const again = await run("mint-token", "--revoke", "bulletin");
  expect(again).toMatchObject({ code: 1, stdout: "" });
  expect(again.stderr).toMatch(/^[^\n]*"bulletin"[^\n]*\n$/);

  const hotlines = [await mintToken({ name: "hotline", role: "officer" }), await mintToken({ name: "hotline", role: "officer" })];
  const { stderr } = await run("mint-token", "--revoke", "hotline");
  expect(stderr.trimEnd()).not.toContain("\n");
  for (const { officerId } of hotlines) expect(stderr).toContain(officerId);
});

test("create-officer --reset-password prints another password; --deactivate ends it all", async () => {
  await createOfficer({ login: "wang", name: "王", role: "officer" });
  const { code, stdout } = await run("create-officer", "--login", "wang", "--reset-password");
  expect(code).toBe(0);
  const { secret } = await signIn({ login: "wang", password: stdout.trim() });
  expect(await run("create-officer", "--login", "wang", "--deactivate")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/wang\n$/),
  });
  expect(await officerOfSession(secret)).toBeNull();
  const again = await run("create-officer", "--login", "wang", "--reset-password");
  expect(again).toMatchObject({ code: 1, stdout: "" });
  expect(again.stderr).toMatch(/^[^\n]*"wang"[^\n]*\n$/);
});

const wrong: [command: string, ...words: string[]][] = [
  ["mint-token"],
  ["mint-token", "--name", "x", "--role", "king"],
  ["mint-token", "--nme", "x"],
  ["create-officer", "--login", "Not a login", "--role", "officer"],
  ["create-officer", "--login", "--role", "officer"],
  ["mint-token", "--revoke", "x", "--role", "officer"],
  ["mint-token", "--revoke", ""],
  ["create-officer", "--deactivate"],
  ["create-officer", "--login", "wang", "--reset-password", "--deactivate"],
  ["create-officer", "--login", "wang", "--reset-password", "--role", "admin"],
];
test.each(wrong)("%s %s %s: one line that lists the roles, and nothing made", async (command, ...words) => {
  const { code, stdout, stderr } = await run(command, ...words);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.trimEnd()).not.toContain("\n");
  for (const role of ROLES) expect(stderr).toContain(role);
  expect(await db.officer.count()).toBe(0);
});

test("tune says in one line that there is nothing to learn from, and takes a tuning back", async () => {
  const { accountId } = await town();
  const few = await run("tune", "--account", "caofeidian", "--dry-run");
  expect(few).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing changes") });
  await db.groupingTuning.create({ data: { accountId, scale: 1, shift: -1, figures: {}, at: new Date() } });
  expect((await run("tune", "--account", "caofeidian", "--revert")).stdout).toContain("reverted");
  expect(await db.groupingTuning.count({ where: { revertedAt: null } })).toBe(0);
});

test("tune for an account that is not there is one clear line", async () => {
  expect(await run("tune", "--account", "nowhere")).toMatchObject({ code: 1, stderr: expect.stringContaining('no account "nowhere"') });
});
