import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const LINUX_TICKS = 100;

/** Seconds of processor time that a process has used since it began, on Linux to 10 ms, elsewhere as `ps` tells it. */
export function processorSeconds(pid: number): number {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" });
    return stdout
      .trim()
      .split(":")
      .map(Number)
      .reduce((sum, part) => sum * 60 + part, 0);
  }
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / LINUX_TICKS;
}
