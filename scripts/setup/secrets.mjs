import { randomBytes, randomInt } from "node:crypto";
import path from "node:path";
import { readJson, writeJson } from "./json-file.mjs";

/**
 * What a data folder keeps to itself: the secrets of a desk that nobody configured.
 * @typedef {{ authSecret: string, demoPassword: string,
 *   wechat: { appSecret: string, token: string, encodingAesKey: string } }} Secrets
 */

/**
 * The secrets of a data folder, made at its first use.
 * @param {string} folder
 * @returns {Secrets}
 */
export function keepSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  const kept = readJson(file);
  if (kept) return kept;
  const secrets = {
    authSecret: letters(48),
    demoPassword: letters(12),
    wechat: {
      appSecret: letters(32),
      token: letters(24),
      encodingAesKey: aesKey(),
    },
  };
  writeJson(file, secrets);
  return secrets;
}

/**
 * Random letters and digits without those that are mistaken for one another.
 * @param {number} length
 */
export function letters(length) {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** A WeChat EncodingAESKey: 43 characters that are base64 of 32 bytes once `=` is added. */
function aesKey() {
  for (;;) {
    const key = randomBytes(32).toString("base64").slice(0, 43);
    if (/^[A-Za-z0-9]+$/.test(key)) return key;
  }
}
