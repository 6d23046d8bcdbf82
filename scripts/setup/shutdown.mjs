import { messageOf } from "./errors.mjs";
import { say } from "./progress.mjs";

const ECHO = 1000;

/** @type {((now: boolean) => Promise<unknown> | void)[]} */
const steps = [];
/** @type {Promise<void> | undefined} */
let ending;
let ended = false;
/** @type {((now: boolean) => Promise<unknown> | void) | undefined} */
let running;
/** @type {number | undefined} */
let signalledAt;
let exitCodeAfterSignal = 130;

/**
 * Registers what must be done before this process ends; the last registered is done first.
 * `now` is true when there is no more time to be gentle.
 * @param {(now: boolean) => Promise<unknown> | void} step
 * @returns {() => void} forgets the step again
 */
export function beforeEnd(step) {
  steps.push(step);
  return () => {
    const at = steps.indexOf(step);
    if (at >= 0) steps.splice(at, 1);
  };
}

/** From now on a signal is the ordinary way to end, and leaves exit code 0. */
export function signalsAreWelcome() {
  exitCodeAfterSignal = 0;
}

/** True once this process is on its way out. */
export function isEnding() {
  return ending !== undefined;
}

/**
 * Undoes every registered step in reverse order, then exits.
 * @param {number} code
 */
export function end(code) {
  ending ??= runSteps(code);
  return ending;
}

/** Ctrl-C, a closed terminal, SIGTERM and the death of the npm that started us end the command; a second signal hurries it. */
export function handleSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && !isEnding() && onSignal(), 1000).unref();
}

function onSignal() {
  // A Ctrl-C arrives twice: from the terminal, and passed on by npm.
  if (signalledAt !== undefined) return Date.now() - signalledAt > ECHO ? hurry() : undefined;
  signalledAt = Date.now();
  if (!isEnding()) say("正在停止", "stopping");
  end(exitCodeAfterSignal);
}

/** @param {number} code */
async function runSteps(code) {
  for (let step = steps.pop(); step; step = steps.pop()) {
    running = step;
    await attempt(step);
  }
  ended = true;
  process.exit(code);
}

/**
 * What goes wrong in one step must not keep the others from being done.
 * @param {(now: boolean) => Promise<unknown> | void} step
 */
async function attempt(step) {
  try {
    await step(false);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
  }
}

function hurry() {
  if (ended) return;
  running?.(true);
  for (const step of steps) step(true);
}
