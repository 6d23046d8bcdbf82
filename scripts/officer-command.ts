import { ZodError } from "zod";
import { pool } from "@/lib/db";
import { ROLES } from "@/lib/officers/rules";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import { alignClock } from "@/lib/time/clock";

/** Runs a command and prints its one line, a new secret or what was done; a mistake becomes one line on standard error and exit code 1. */
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
  const sentence = error instanceof Refusal && REFUSALS[error.code]?.(error.facts);
  if (sentence) return sentence;
  if (error instanceof ZodError) {
    const names = error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : issue.path.map(String)));
    const fields = [...new Set(names)].map((name) => `--${name}`).join(", ");
    return `参数缺失或有误 · missing or wrong: ${fields}. ${usage} (${roles})`;
  }
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    return `参数缺失或有误 · ${error.message.split(".")[0]}. ${usage} (${roles})`;
  }
  return `未能完成 · could not do it: ${error instanceof Error ? error.message.split("\n")[0] : "unknown reason"}`;
}

const REFUSALS: Partial<Record<RefusalCode, (facts: Refusal["facts"]) => string>> = {
  accountNotFound: ({ account }) => `没有此公众号 · there is no account "${account}"`,
  factorNotFound: () => "没有绑定第二重验证 · there is no second factor to take off",
  loginTaken: ({ login }) => `已有此登录名 · there is an officer with the login "${login}" already`,
  officerNotFound: ({ login }) => `没有此登录名的在用工作人员 · there is no active officer with the login "${login}"`,
  tokenAmbiguous: ({ program, ids }) =>
    `名为“${program}”的程序不止一个，请用编号 · several programs are called "${program}"; revoke by id, oldest first: ${ids}`,
  tokenNotFound: ({ program }) => `没有令牌仍有效的此程序 · no program with the name or id "${program}" holds a live token`,
};
