import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { diskFull, storageHalt } from "./halt.mjs";

// A database that cannot write its journal stops: better not to start it.
const LEAST_FREE_BYTES = 100 * 1024 * 1024;

/**
 * Makes the data folder and proves that it can be written.
 * @param {string} folder absolute
 */
export function prepareDataFolder(folder) {
  try {
    // PostgreSQL may run under another account and must pass through; the files inside are closed to others.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    mkdirSync(path.join(folder, "logs"), { recursive: true, mode: 0o700 });
    const probe = path.join(folder, `.probe.${process.pid}`);
    writeFileSync(probe, "x".repeat(4096));
    rmSync(probe);
  } catch (error) {
    throw storageHalt(error, folder);
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < LEAST_FREE_BYTES) throw diskFull(folder);
}
