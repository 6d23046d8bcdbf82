import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { reportDefect } from "@/lib/report-defect";

const stopping = new AbortController();
// Every task listens.
setMaxListeners(0, stopping.signal);
const tasks: Promise<void>[] = [];

/** Runs a task again and again with a pause between; one that fails is reported once per kind of failure in a row and tried again. */
export function every(name: string, milliseconds: number, task: () => Promise<unknown>): void {
  tasks.push(repeat(name, milliseconds, task));
}

/** Whether the worker has been told to stop: a task of many steps looks before each of them. */
export function isStopping(): boolean {
  return stopping.signal.aborted;
}

/** Lets every task finish its round and begin no other. Resolves once the last round has ended. */
export async function stopAll(): Promise<void> {
  stopping.abort();
  await Promise.all(tasks);
}

async function repeat(name: string, milliseconds: number, task: () => Promise<unknown>): Promise<void> {
  let lastFailure = "";
  while (!isStopping()) {
    try {
      await task();
      lastFailure = "";
    } catch (error) {
      const failure = error instanceof Error ? error.message : "unknown";
      if (failure !== lastFailure) reportDefect(`worker: ${name}`, error);
      lastFailure = failure;
    }
    await pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
}
