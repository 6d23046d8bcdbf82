/** PostgreSQL's codes for a connection that broke, a server that shuts down or is full, a transaction it broke off; the system's; Prisma's. */
const AWAY =
  /^(08...|57P0[1-5]|53300|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2028|P2034)$/;
const WORDS = /timeout exceeded when trying to connect|Connection terminated/;
const DEPTH = 5;

/** The codes of an error and of the errors within it, outermost first: Prisma's, the driver's, PostgreSQL's, the system's. */
export function codesOf(error: unknown): string[] {
  return within(error, DEPTH).flatMap(({ code }) => (typeof code === "string" ? [code] : []));
}

/** Whether an error says that the database is away or busy for a moment: the same request may well succeed soon. */
export function isDatabaseAway(error: unknown): boolean {
  const away = codesOf(error).some((code) => AWAY.test(code));
  return away || within(error, DEPTH).some(({ message }) => typeof message === "string" && WORDS.test(message));
}

type Layer = { code?: unknown; message?: unknown; cause?: unknown; errors?: unknown; meta?: { driverAdapterError?: unknown } };

function within(error: unknown, depth: number): Layer[] {
  if (typeof error !== "object" || error === null || depth === 0) return [];
  const layer: Layer = error;
  const inner = [layer.cause, layer.meta?.driverAdapterError, ...(Array.isArray(layer.errors) ? layer.errors : [])];
  return [layer, ...inner.flatMap((one) => within(one, depth - 1))];
}
