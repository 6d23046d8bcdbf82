import { ZodError } from "zod";
import { pool } from "@/lib/db";
import { ROLES } from "@/lib/officers/rules";
import { Refusal } from "@/lib/refusal";
import { alignClock } from "@/lib/time/clock";

/** Runs a command that makes one secret and prints it on a line of its own; a mistake becomes one line on standard error and exit code 1. */
export async function runCommand(usage: string, run: (words: string[]) => Promise<string>): Promise<void> {
  try {
    await alignClock();
    console.log(await run(process.argv.slice(2)));
  } catch (error) {
    console.error(explain(error, usage));
    process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

function explain(error: unknown, usage: string): string {
  const roles = `roles: ${ROLES.join(", ")}`;
  if (error instanceof Refusal && error.code === "loginTaken")
    return `已有此登录名 · there is an officer with the login "${error.facts.login}" already`;
  if (error instanceof ZodError) {
    const fields = [...new Set(error.issues.map((issue) => `--${issue.path.join(".")}`))].join(", ");
    return `参数缺失或有误 · missing or wrong: ${fields}. ${usage} (${roles})`;
  }
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    return `参数缺失或有误 · ${error.message.split(".")[0]}. ${usage} (${roles})`;
  }
  return `未能完成 · could not do it: ${error instanceof Error ? error.message.split("\n")[0] : "unknown reason"}`;
}
