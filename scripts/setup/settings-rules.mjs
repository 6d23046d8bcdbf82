import { Halt } from "./halt.mjs";

/**
 * What a value must look like, and how to say so.
 * @typedef {{ pattern: RegExp, chinese: string, english: string }} Rule
 */

/** @type {Record<string, Rule>} */
const RULES = {
  PORT: port(),
  SANDBOX_PORT: port(),
  JIDA_BASE_URL: origin(),
  JIDA_PUBLIC_URL: origin(),
  WECHAT_API_BASE_URL: origin(),
  JIDA_SURFACE: {
    pattern: /^(all|door|desk)$/,
    chinese: "all、door 或 desk",
    english: "all, door or desk",
  },
  JIDA_DEMO_PASSWORD: {
    pattern: /^.{8,}$/,
    chinese: "至少 8 个字符",
    english: "at least 8 characters",
  },
  AUTH_SECRET: {
    pattern: /^.{32,}$/,
    chinese: "至少 32 个字符",
    english: "at least 32 characters",
  },
  AUTH_SECRET_PREVIOUS: {
    pattern: /^.{32,}$/,
    chinese: "至少 32 个字符",
    english: "at least 32 characters",
  },
  DATABASE_URL: {
    pattern: /^postgres(ql)?:\/\/[^/]+\/.+/,
    chinese: "postgresql://用户:密码@主机:5432/数据库",
    english: "postgresql://user:password@host:5432/database",
  },
  WECHAT_ACCOUNT: {
    pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
    chinese: "小写字母、数字和连字符",
    english: "lower-case letters, digits and hyphens",
  },
  WECHAT_APP_ID: {
    pattern: /^wx[A-Za-z0-9]{8,30}$/,
    chinese: "以 wx 开头的 AppID",
    english: "an AppID that begins with wx",
  },
  WECHAT_ORIGINAL_ID: {
    pattern: /^gh_/,
    chinese: "以 gh_ 开头的原始 ID",
    english: "the original ID that begins with gh_",
  },
  WECHAT_TOKEN: {
    pattern: /^[A-Za-z0-9]{3,32}$/,
    chinese: "3–32 个字母或数字",
    english: "3 to 32 letters and digits",
  },
  WECHAT_ENCODING_AES_KEY: {
    pattern: /^[A-Za-z0-9+/]{43}$/,
    chinese: "43 个字母或数字（明文模式留空）",
    english: "43 letters and digits (empty in plain mode)",
  },
};

// They stay out of every message.
const SECRET = new Set([
  "JIDA_DEMO_PASSWORD",
  "AUTH_SECRET",
  "AUTH_SECRET_PREVIOUS",
  "DATABASE_URL",
  "WECHAT_TOKEN",
  "WECHAT_ENCODING_AES_KEY",
]);

/**
 * Halts with one line at the first variable that is set and wrong. An empty one counts as not set.
 * @param {import("./settings.mjs").Variables} env
 */
export function checkVariables(env) {
  for (const [name, { pattern, chinese, english }] of Object.entries(RULES)) {
    const value = env[name];
    if (!value || (pattern.test(value) && isPossible(name, value))) continue;
    const shown = SECRET.has(name) ? "" : value;
    throw new Halt(`${name} 应为${chinese}${shown && `，现为“${shown}”`}`, `${name} must be ${english}${shown && `, it is "${shown}"`}`);
  }
}

/** @returns {Rule} */
function port() {
  return {
    pattern: /^\d{1,5}$/,
    chinese: " 1–65535 的端口号",
    english: "a port from 1 to 65535",
  };
}

/** @returns {Rule} */
function origin() {
  return {
    pattern: /^https?:\/\/[^/]+$/,
    chinese: " http(s)://主机[:端口]，不带路径",
    english: "http(s)://host[:port] without a path",
  };
}

/**
 * @param {string} name
 * @param {string} value
 */
function isPossible(name, value) {
  if (name.endsWith("PORT")) return Number(value) >= 1 && Number(value) <= 65_535;
  return !name.endsWith("URL") || URL.canParse(value);
}
