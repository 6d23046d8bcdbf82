/** One line in the log for something that failed: where and why, never a row or anybody's words (Prisma's last line carries none). */
export function complain(where: string, error: unknown): void {
  const why = error instanceof Error ? error.message.split("\n").at(-1) : "unknown";
  process.stderr.write(`${JSON.stringify({ level: "error", at: new Date(), where, error: why })}\n`);
}
