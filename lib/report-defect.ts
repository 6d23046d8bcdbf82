import { codesOf } from "./error-codes";
import { log } from "./log";

/** Errors whose message our own code or the runtime wrote; any other may quote a row or what somebody typed. */
const SPEAKABLE = new Set(["Error", "TypeError", "RangeError", "ReferenceError"]);
const FOREIGN = /node_modules|node:internal/;
const FRAMES = 6;

/** One line in the log for something that should not have happened: where, what, our nearest frames, nobody's words. */
export function reportDefect(where: string, error: unknown): void {
  log.error("defect", { where, ...describe(error) });
}

function describe(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  const ours = frames.filter((line) => !FOREIGN.test(line));
  return {
    name: error.name,
    codes: codesOf(error),
    ...(SPEAKABLE.has(error.name) ? { message: error.message.split("\n")[0] } : {}),
    frames: (ours.length > 0 ? ours : frames).slice(0, FRAMES).map((line) => line.trim()),
  };
}
