import readline from "node:readline";
import { checkConnection, createDatabase } from "./databases.mjs";
import { loadEngine } from "./engine.mjs";
import { logError } from "./log.mjs";

// Ids of our own calls to Prisma's command line, far from those it numbers its calls with.
let nextPrintId = 100_000;

/**
 * Answers Prisma's JSON-RPC calls, one a line, until standard input closes and the last call is answered.
 * @param {import("./arguments.mjs").EngineOptions} options
 */
export function serve(options) {
  process.on("uncaughtException", (error) => {
    logError({ message: error.message });
    process.exit(101);
  });

  const engine = once(() => loadEngine(options));
  const answering = new Set();
  const lines = readline.createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    const { id, method, params } = JSON.parse(line);
    if (!method) return;
    const answer = call(method, params, options.url ?? "", engine)
      .then(
        (result) => send({ id, result }),
        (error) => send({ id, error: describe(error) }),
      )
      .finally(() => answering.delete(answer));
    answering.add(answer);
  });
  lines.on("close", async () => {
    await Promise.allSettled([...answering]);
    process.exit(0);
  });
}

/** @typedef {Record<string, (params?: unknown) => Promise<{ stdout?: string } | null | undefined>>} Methods */

/**
 * @param {string} method
 * @param {unknown} params
 * @param {string} url
 * @param {() => Promise<object>} engine
 */
async function call(method, params, url, engine) {
  if (method === "createDatabase") return { databaseName: await createDatabase(url) };
  if (method === "ensureConnectionValidity") {
    await checkConnection(url);
    return {};
  }
  const running = /** @type {Methods} */ (await engine());
  const result = await running[method === "getDatabaseVersion" ? "version" : method]?.(params);
  if (method === "diff" && result?.stdout != null) {
    nextPrintId += 1;
    send({
      id: nextPrintId,
      method: "print",
      params: { content: result.stdout },
    });
  }
  return result ?? null;
}

/** @param {Record<string, unknown>} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

/** @param {{ message?: string, code?: unknown, meta?: { code?: unknown } }} error */
function describe(error) {
  const code = error.code ?? error.meta?.code;
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: {
      is_panic: false,
      message: error.message ?? String(error),
      meta: error.meta ?? null,
      error_code: typeof code === "string" ? code : null,
    },
  };
}

/**
 * @template Value
 * @param {() => Promise<Value>} make
 */
function once(make) {
  /** @type {Promise<Value> | undefined} */
  let made;
  return () => {
    made ??= make();
    return made;
  };
}
