import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { diskFull, Halt, storageHalt } from "./halt.mjs";
import { bareEnvironment } from "./postgres-programs.mjs";

/**
 * Makes the cluster's folder if it is not there yet. It appears under its name only when complete, so an interrupted
 * attempt leaves nothing that a later start would trust.
 * @param {{ cluster: string, initdb: string, account: import("./postgres-account.mjs").Account, user: string, password: string }} options
 */
export function ensureCluster({ cluster, initdb, account, user, password }) {
  if (existsSync(cluster)) return;
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account.owner) for (const file of [draft, passwordFile]) chownSync(file, account.owner.uid, account.owner.gid);
    run(account, [
      initdb,
      ...["-D", draft, "-U", user, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US", "--data-checksums"],
    ]);
    renameSync(draft, cluster);
  } catch (error) {
    throw storageHalt(error, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * @param {import("./postgres-account.mjs").Account} account
 * @param {string[]} words
 */
function run(account, words) {
  const [program = "", ...rest] = account.wrap(words);
  const { status, stdout, stderr, error } = spawnSync(program, rest, {
    ...account.spawn,
    cwd: "/",
    encoding: "utf8",
    env: bareEnvironment(),
  });
  if (status === 0) return;
  const output = `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`;
  if (output.includes("No space left on device")) throw diskFull(words[2] ?? "");
  const reason =
    output
      .trim()
      .split("\n")
      .find((line) => /error|could not|denied/i.test(line)) ?? output.trim();
  throw new Halt(`无法建立数据库：${reason}`, `the database could not be created: ${reason}`);
}
