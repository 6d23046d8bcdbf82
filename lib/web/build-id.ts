import { readFileSync } from "node:fs";
import path from "node:path";

let known: string | undefined;

/** Which build this process runs: read once, because a deployment of the next version may lie on the disk already. */
export function buildId(): string {
  known ??= readBuildId();
  return known;
}

function readBuildId(): string {
  try {
    return readFileSync(path.join(process.cwd(), ".next/BUILD_ID"), "utf8").trim();
  } catch {
    return "development";
  }
}
