/**
 * One entry of a package-lock.json.
 * @typedef {{ version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, peer?: boolean, link?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @typedef {{ os: string, cpu: string, libc: string }} Platform
 */

/**
 * Paths (as in the lockfile) of the packages that this platform needs and that are absent, or present in another version.
 * @param {{ wanted: Record<string, LockEntry>, installed: Record<string, LockEntry>, development: boolean,
 *   exists: (path: string) => boolean, platform?: Platform }} state
 * @returns {string[]}
 */
export function missingPackages({ wanted, installed, development, exists, platform = thisPlatform() }) {
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== "" && !entry.link)
    .filter(([, entry]) => development || !(entry.dev || entry.devOptional))
    .filter(([, entry]) => !entry.optional || isPlatformBinary(entry))
    .filter(([, entry]) => suits(entry, platform))
    .filter(([path, entry]) => installed[path]?.version !== entry.version || !exists(path))
    .map(([path]) => path);
}

/** @returns {Platform} */
function thisPlatform() {
  // Node names the C library it runs on only when that is glibc.
  const { header } = /** @type {{ header: Record<string, string> }} */ (process.report.getReport());
  return {
    os: process.platform,
    cpu: process.arch,
    libc: header.glibcVersionRuntime ? "glibc" : "musl",
  };
}

/**
 * Other optional packages serve only a binary of another platform, and npm leaves them out with it.
 * @param {LockEntry} entry
 */
function isPlatformBinary(entry) {
  return entry.os !== undefined || entry.cpu !== undefined;
}

/**
 * @param {LockEntry} entry
 * @param {Platform} platform
 */
function suits(entry, platform) {
  return allows(entry.os, platform.os) && allows(entry.cpu, platform.cpu) && (platform.os !== "linux" || allows(entry.libc, platform.libc));
}

/**
 * npm's lists name what is allowed, or with `!` what is not.
 * @param {string[] | undefined} list
 * @param {string} value
 */
function allows(list, value) {
  if (!list || list.length === 0) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((item) => item.startsWith("!"));
}
