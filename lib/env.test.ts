import { expect, test } from "vitest";
import { readEnvironment } from "./env";

const sound = { DATABASE_URL: "postgresql://127.0.0.1/jida", AUTH_SECRET: "x".repeat(32) };

test("what is not set has its default; an empty value counts as not set", () => {
  const env = readEnvironment({ ...sound, JIDA_BASE_URL: "", WECHAT_ENCODING_AES_KEY: "", PORT: "4000" });
  expect(env).toMatchObject({
    PORT: 4_000,
    JIDA_BASE_URL: "http://localhost:4000",
    JIDA_SURFACE: "all",
    WECHAT_API_BASE_URL: "https://api.weixin.qq.com",
  });
  expect(env.WECHAT_ENCODING_AES_KEY).toBeUndefined();
});

test.each([
  [{ DATABASE_URL: undefined }, "DATABASE_URL is missing"],
  [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must be a postgresql:// address"],
  [{ AUTH_SECRET: "short" }, "AUTH_SECRET must have at least 32 characters"],
  [{ WECHAT_ENCODING_AES_KEY: "short" }, "WECHAT_ENCODING_AES_KEY must be 43 characters"],
  [{ WECHAT_TOKEN: "a b" }, "WECHAT_TOKEN must be 3 to 32 letters and digits"],
  [{ WECHAT_ACCOUNT: "../x" }, "WECHAT_ACCOUNT must be a slug"],
  [{ JIDA_BASE_URL: "https://desk.example/path" }, "JIDA_BASE_URL must be http(s)://host[:port] without a path"],
  [{ PORT: "70000" }, "PORT"],
  [
    { MEDIA_S3_BUCKET: "media", MEDIA_S3_ACCESS_KEY_ID: "id" },
    "MEDIA_S3_BUCKET needs MEDIA_S3_ACCESS_KEY_ID and MEDIA_S3_SECRET_ACCESS_KEY",
  ],
  [{ MEDIA_S3_ENDPOINT: "https://s3.example" }, "MEDIA_S3_BUCKET is missing"],
  [{ JIDA_SURFACE: "both" }, "JIDA_SURFACE"],
])("a bad value is one line that names it: %o", (bad, line) => {
  expect(() => readEnvironment({ ...sound, ...bad })).toThrow(line);
  try {
    readEnvironment({ ...sound, ...bad });
  } catch (error) {
    expect((error as Error).message).not.toContain("\n");
  }
});
