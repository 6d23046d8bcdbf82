import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./setup/root.mjs";

// A package source that lacks other platforms' binary packages makes `npm install` write a lockfile without them, which
// `npm ci` then refuses. This adds the missing optional entries: version from the dependent, platform from the name.
const file = path.join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = addMissingEntries(lock.packages);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${added}`);

/** @param {Record<string, any>} packages */
function addMissingEntries(packages) {
  let count = 0;
  for (const [dependent, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isResolved(packages, dependent, name) || !/^\d/.test(version)) continue;
      packages[`node_modules/${name}`] = entryOf(name, version, entry.dev);
      count += 1;
    }
  }
  return count;
}

/**
 * Node's own search: beside the dependent, then outwards.
 * @param {Record<string, unknown>} packages
 * @param {string} dependent
 * @param {string} name
 */
function isResolved(packages, dependent, name) {
  for (let place = dependent; place; place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")))) {
    if (packages[`${place}/node_modules/${name}`]) return true;
  }
  return packages[`node_modules/${name}`] !== undefined;
}

/**
 * @param {string} name
 * @param {string} version
 * @param {boolean | undefined} dev
 */
function entryOf(name, version, dev) {
  const cpu = wordIn(name, ["arm64", "x64", "ia32", "ppc64", "s390x", "riscv64", "arm", "wasm32"]);
  const os = wordIn(name, ["darwin", "win32", "linux", "android", "freebsd"]);
  const libc = os === "linux" && (wordIn(name, ["musl"]) ?? (wordIn(name, ["gnu"]) && "glibc"));
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/**
 * @param {string} name
 * @param {string[]} words
 */
function wordIn(name, words) {
  return words.find((word) => new RegExp(`[-/]${word}(-|$)`).test(name));
}
