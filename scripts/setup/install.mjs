import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Halt } from "./halt.mjs";
import { hashOf } from "./hash.mjs";
import { missingPackages } from "./missing-packages.mjs";
import { say } from "./progress.mjs";
import { root } from "./root.mjs";
import { runQuietly } from "./run.mjs";
import { withSetupLock } from "./setup-lock.mjs";

const NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

/**
 * Installs what package-lock.json names and node_modules lacks. A fuller installation is never cut down to a smaller one.
 * @param {{ development: boolean, folder?: string }} options `development`: with what only tests need
 */
export async function ensureInstalled({ development, folder = root }) {
  if (missing(folder, development).length === 0) return;
  await withSetupLock(folder, async () => {
    if (missing(folder, development).length === 0) return;
    say("正在安装依赖", "installing packages");
    const everything = development || hasDevelopmentPackages(folder);
    await runQuietly([npmProgram(), "ci", ...options(everything)], {
      cwd: folder,
      env: npmEnvironment(),
      chinese: "安装依赖",
      english: "installing packages",
      explain: (output) => (NETWORK.test(output) ? noNetwork() : undefined),
    });
    writeFileSync(
      markerFile(folder),
      JSON.stringify({
        lock: hashOf(folder, ["package-lock.json"]),
        without: missing(folder, everything),
      }),
    );
  });
}

/**
 * @param {string} folder
 * @param {boolean} development
 */
function missing(folder, development) {
  const wanted = readJson(path.join(folder, "package-lock.json"));
  if (!wanted) throw new Halt(`缺少 ${folder}/package-lock.json`, `${folder}/package-lock.json is missing`);
  const names = missingPackages({
    wanted: wanted.packages,
    installed: readJson(path.join(folder, "node_modules/.package-lock.json"))?.packages ?? {},
    development,
    exists: (name) => existsSync(path.join(folder, name, "package.json")),
  });
  // What this same lockfile could not bring here before (an optional package the source lacks) is not asked for each time.
  const marker = readJson(markerFile(folder));
  const unavailable = marker?.lock === hashOf(folder, ["package-lock.json"]) ? marker.without : [];
  return names.filter((name) => !(unavailable.includes(name) && wanted.packages[name].optional));
}

/** @param {string} folder */
function hasDevelopmentPackages(folder) {
  const installed = readJson(path.join(folder, "node_modules/.package-lock.json"));
  return Object.values(installed?.packages ?? {}).some((entry) => entry.dev);
}

/** @param {boolean} everything */
function options(everything) {
  // Install scripts only fetch what is already there or not wanted, and fail behind a firewall.
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  return [everything ? "--include=dev" : "--omit=dev", ...quiet];
}

/** npm itself: the one that started us, else the one that came with Node. */
function npmProgram() {
  const bin = path.dirname(process.execPath);
  const places = [
    process.env.npm_execpath ?? "",
    path.join(bin, "../lib/node_modules/npm/bin/npm-cli.js"),
    path.join(bin, "node_modules/npm/bin/npm-cli.js"),
    ...(process.env.PATH ?? "").split(path.delimiter).map((place) => path.join(place, "npm")),
  ];
  const found = places.find((place) => /npm(-cli\.js)?$/.test(place) && existsSync(place));
  if (!found) throw new Halt("找不到 npm，请安装 npm", "npm was not found, please install it");
  return found;
}

/** `npm --prefix` hands its option down, where it would mean another folder. */
function npmEnvironment() {
  const { npm_config_prefix: _prefix, npm_config_local_prefix: _local, npm_config_dry_run: _dry, ...env } = process.env;
  return env;
}

function noNetwork() {
  return new Halt(
    "无法连接 npm 软件源，请检查网络，或用 npm config set registry 指定可用的镜像",
    "the npm registry cannot be reached: check the network, or name a mirror with npm config set registry",
  );
}

/** @param {string} folder */
function markerFile(folder) {
  return path.join(folder, "node_modules/.jida-installed.json");
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
