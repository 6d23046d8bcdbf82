import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { MigrationAdapter } from "./adapter.mjs";
import { logError } from "./log.mjs";

const NO_DATABASE = "postgresql://localhost/none";

/**
 * Loads the WebAssembly engine, bound to the database and the schema files of the command line.
 * @param {import("./arguments.mjs").EngineOptions} options
 */
export async function loadEngine(options) {
  await instantiate();
  /** @type {[string, string][]} */
  const datamodels = options.datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  const factory = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(options.url ?? NO_DATABASE));
  return glue.SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, passErrors, factory);
}

async function instantiate() {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(script.replace(/\.js$/, ".wasm"));
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } });
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = /** @type {Record<string, () => void>} */ (instance.exports);
  begin?.();
}

/** @param {string} message */
function reportPanic(message) {
  logError({ message });
}

/** @param {string} line */
function passErrors(line) {
  if (line.includes('"ERROR"')) process.stderr.write(`${line}\n`);
}
