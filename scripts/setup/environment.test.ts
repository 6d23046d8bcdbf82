import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnvironment } from "@/lib/env";
import { appEnvironment, sandboxEnvironment } from "./environment.mjs";
import { readSettings } from "./settings.mjs";

const DATABASE = "postgresql://127.0.0.1/jida";
let dataFolder: string;

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(os.tmpdir(), "jida-environment-"));
});

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const environmentFor = (variables: Record<string, string>) => {
  const all = { ...variables, JIDA_DATA_DIR: dataFolder };
  return appEnvironment(readSettings(all), DATABASE, all);
};

test("a demo gets secrets of its own, the same at every start, in a file that is closed to others", () => {
  const first = environmentFor({});
  expect(first).toMatchObject({ JIDA_DEMO: "1", WECHAT_APP_ID: "wxjidademo0000001", WECHAT_API_BASE_URL: "http://127.0.0.1:3100" });
  expect(first.AUTH_SECRET).toMatch(/^.{32,}$/);
  expect(first.WECHAT_ENCODING_AES_KEY).toMatch(/^[A-Za-z0-9]{43}$/);
  expect(Buffer.from(`${first.WECHAT_ENCODING_AES_KEY}=`, "base64")).toHaveLength(32);
  expect(environmentFor({})).toEqual(first);
  expect(statSync(path.join(dataFolder, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(dataFolder, "secrets.json"), "utf8")).toContain(first.WECHAT_TOKEN);
});

test("the demo's password may be chosen", () => {
  expect(environmentFor({ JIDA_DEMO_PASSWORD: "chosen-by-us" }).JIDA_DEMO_PASSWORD).toBe("chosen-by-us");
});

test("an empty variable is none, whoever reads it", () => {
  const empty = { JIDA_SURFACE: "", LOG_LEVEL: "", MEDIA_S3_BUCKET: "", MEDIA_S3_REGION: "", SMTP_URL: "" };
  expect(readEnvironment(environmentFor(empty))).toMatchObject({ LOG_LEVEL: "info", MEDIA_S3_REGION: "us-east-1" });
});

test("a demo never points at the real platform", () => {
  expect(environmentFor({ WECHAT_API_BASE_URL: "https://api.weixin.qq.com" }).WECHAT_API_BASE_URL).toBe("http://127.0.0.1:3100");
});

test("production keeps what it was given, is no demo and makes no secrets", () => {
  const given = {
    WECHAT_APP_ID: "wx0123456789abcdef",
    WECHAT_APP_SECRET: "secret",
    WECHAT_ORIGINAL_ID: "gh_0123456789ab",
    WECHAT_TOKEN: "token123",
    AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const env = environmentFor({ ...given, JIDA_DEMO: "1" });
  expect(env).toMatchObject(given);
  expect(env.JIDA_DEMO).toBeUndefined();
  expect(() => statSync(path.join(dataFolder, "secrets.json"))).toThrow(/ENOENT/);
});

test("the sandbox plays the account that the desk serves", () => {
  const app = environmentFor({ PORT: "4000" });
  const sandbox = sandboxEnvironment(readSettings({ PORT: "4000" }), app, "data/sandbox.json");
  expect(sandbox).toMatchObject({
    SANDBOX_WEBHOOK_URL: "http://127.0.0.1:4000/api/wechat/caofeidian",
    SANDBOX_TOKEN: app.WECHAT_TOKEN,
    SANDBOX_MODE: "safe",
    SANDBOX_STATE_FILE: "data/sandbox.json",
  });
});
