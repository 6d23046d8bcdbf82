/** PostgreSQL's classes for a connection that broke and a server that shuts down, and its codes for one that is full or broke a transaction off. */
const POSTGRES = /^(08\w{3}|57P0\w|53300|40001|40P01)$/;
/** Node's, for a host that can't be found or reached, or went away. */
const SYSTEM = /^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** Prisma's, for a server out of reach, too many connections, and a transaction that got none, ran out or met another. */
const PRISMA = /^(P1001|P1002|P1008|P1017|P2024|P2028|P2034|P2037)$/;
/** pg's, which come without a code. */
const WORDS = /timeout exceeded when trying to connect|connection terminated|connection timeout/i;
const DEPTH = 5;

/** The codes of an error and of the errors within it, outermost first: Prisma's, the driver's, PostgreSQL's, the system's. */
export function codesOf(error: unknown): string[] {
  return within(error, DEPTH).flatMap(({ code, originalCode }) => [code ?? originalCode].filter((one) => typeof one === "string"));
}

/** Whether an error, or one within it, says that the database is away or busy for a moment: the same request may well succeed soon. */
export function isDatabaseAway(error: unknown): boolean {
  const away = codesOf(error).some((code) => [POSTGRES, SYSTEM, PRISMA].some((codes) => codes.test(code)));
  return away || within(error, DEPTH).some(({ message }) => typeof message === "string" && WORDS.test(message));
}

type Layer = {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
  meta?: { driverAdapterError?: unknown };
};

function within(error: unknown, depth: number): Layer[] {
  if (typeof error !== "object" || error === null || depth === 0) return [];
  const layer: Layer = error;
  const inner = [layer.cause, layer.meta?.driverAdapterError, ...(Array.isArray(layer.errors) ? layer.errors : [])];
  return [layer, ...inner.flatMap((one) => within(one, depth - 1))];
}
