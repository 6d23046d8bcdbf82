#!/usr/bin/env node
// Prisma downloads a native schema engine at its first command, which fails behind a firewall. This program speaks that
// engine's protocol (JSON-RPC on standard input and output) over the WebAssembly build of the same engine.
import { readArguments } from "./schema-engine/arguments.mjs";

const options = readArguments(process.argv.slice(2));

if (options.version) {
  console.log("schema-engine-wasm");
} else if (options.command) {
  const { runCommand } = await import("./schema-engine/databases.mjs");
  process.exitCode = await runCommand(options.command, options.url);
} else {
  const { serve } = await import("./schema-engine/rpc.mjs");
  serve(options);
}
