import { Halt, storageHalt } from "./halt.mjs";
import { checkNodeVersion } from "./node-version.mjs";
import { end, handleSignals, isEnding } from "./shutdown.mjs";

/**
 * Runs a command of package.json: checks Node, ends everything it began on a signal or a failure, and turns a foreseen
 * failure into one line and exit code 1.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function command(main) {
  // A closed pipe behind us must not orphan what we started.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  handleSignals();
  try {
    checkNodeVersion(process.versions.node);
    await end(await main());
  } catch (error) {
    // What we ended ourselves has failed for no other reason.
    if (!isEnding()) process.stderr.write(`${describe(error)}\n`);
    await end(1);
  }
}

/** @param {unknown} error */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const foreseen = "path" in error ? storageHalt(error, String(error.path)) : error;
  return foreseen instanceof Halt ? foreseen.message : error.stack;
}
