import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/**
 * As whom PostgreSQL runs: it refuses root. `wrap` turns a command into one that runs as that account, `spawn` holds
 * options for node's spawn, `owner` is who must own its files (undefined when that is ourselves).
 * @typedef {{ owner: { uid: number, gid: number } | undefined, spawn: { uid?: number, gid?: number },
 *   wrap: (words: string[]) => string[] }} Account
 */

/**
 * The account for a cluster: ourselves, or as root the owner of an existing cluster, else `postgres`, else `nobody`.
 * @param {string} cluster folder, which need not exist yet
 * @param {string} program any program of PostgreSQL, to try the account with
 * @returns {Account}
 */
export function postgresAccount(cluster, program) {
  if (process.getuid?.() !== 0) return { owner: undefined, spawn: {}, wrap: (words) => words };
  const owner = ownerOf(cluster) ?? lookUp("postgres") ?? lookUp("nobody") ?? { uid: 65_534, gid: 65_534 };
  const wrapper = ["setpriv", ...setprivOptions(owner)];
  const works = spawnSync("setpriv", [...setprivOptions(owner), program, "--version"]).status === 0;
  if (works) return { owner, spawn: {}, wrap: (words) => [...wrapper, ...words] };
  return { owner, spawn: owner, wrap: (words) => words };
}

/**
 * setpriv keeps one right of root, so that folders closed to others (such as /root) above the cluster can be passed.
 * @param {{ uid: number, gid: number }} owner
 */
function setprivOptions({ uid, gid }) {
  const identity = ["--reuid", String(uid), "--regid", String(gid), "--clear-groups"];
  const rights = ["--securebits", "+no_setuid_fixup", "--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"];
  return [...identity, ...rights];
}

/** @param {string} cluster */
function ownerOf(cluster) {
  const stat = statSync(cluster, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

/** @param {string} name */
function lookUp(name) {
  const [uid, gid] = ["-u", "-g"].map((option) => {
    const answer = spawnSync("id", [option, name], { encoding: "utf8" });
    return answer.status === 0 ? Number(answer.stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}
