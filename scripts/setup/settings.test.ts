import { expect, test } from "vitest";
import { readSettings } from "./settings.mjs";

const production = {
  WECHAT_APP_ID: "wx0123456789abcdef",
  WECHAT_APP_SECRET: "0123456789abcdef0123456789abcdef",
  WECHAT_ORIGINAL_ID: "gh_0123456789ab",
  WECHAT_TOKEN: "token123",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
};

test("without WECHAT_APP_ID it is a demo on the usual ports", () => {
  expect(readSettings({})).toMatchObject({ demo: true, port: 3000, sandboxPort: 3100, baseUrl: "http://localhost:3000" });
});

test("an empty variable counts as not set", () => {
  expect(readSettings({ PORT: "", WECHAT_APP_ID: "", DATABASE_URL: "", JIDA_DATA_DIR: "" })).toEqual(readSettings({}));
});

test("a complete production set-up is accepted, with and without an encryption key", () => {
  expect(readSettings(production).demo).toBe(false);
  expect(readSettings({ ...production, WECHAT_ENCODING_AES_KEY: "" }).demo).toBe(false);
});

test.each(["AUTH_SECRET", "WECHAT_APP_SECRET", "WECHAT_ORIGINAL_ID", "WECHAT_TOKEN"])(
  "production without %s is refused in one line",
  (name) => {
    expect(() => readSettings({ ...production, [name]: undefined })).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*$`));
  },
);

test("production refuses a demo's password, without saying it", () => {
  expect(() => readSettings({ ...production, JIDA_DEMO_PASSWORD: "hunter2hunter2" })).toThrow(/^[^\n]*JIDA_DEMO_PASSWORD[^\n]*$/);
  expect(() => readSettings({ ...production, JIDA_DEMO_PASSWORD: "hunter2hunter2" })).not.toThrow(/hunter2/);
});

test.each([
  ["PORT", "80a"],
  ["PORT", "0"],
  ["SANDBOX_PORT", "65536"],
  ["SANDBOX_PORT", "3000"],
  ["JIDA_BASE_URL", "desk.example.gov.cn"],
  ["JIDA_BASE_URL", "https://desk.example.gov.cn/jida"],
  ["JIDA_SURFACE", "both"],
  ["JIDA_DEMO_PASSWORD", "short"],
  ["DATABASE_URL", "mysql://localhost/jida"],
  ["AUTH_SECRET", "short"],
  ["WECHAT_ACCOUNT", "曹妃甸"],
  ["WECHAT_ENCODING_AES_KEY", "short"],
])("%s=%s is refused in one line that names it", (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*$`));
});

test("a refused secret is not shown", () => {
  expect(() => readSettings({ DATABASE_URL: "mysql://desk:hunter2@localhost/jida" })).not.toThrow(/hunter2/);
  expect(() => readSettings({ AUTH_SECRET: "hunter2" })).not.toThrow(/hunter2/);
});
