/**
 * One line on standard error, in the form Prisma's command line reads.
 * @param {Record<string, unknown>} fields
 */
export function logError(fields) {
  const line = {
    timestamp: new Date().toISOString(),
    level: "ERROR",
    fields,
    target: "schema_engine::logger",
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
