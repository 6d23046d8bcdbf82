import { setTimeout as pause } from "node:timers/promises";
import { complain } from "./complain";

const stopping = new AbortController();

/** Runs a task again and again with a pause between; one that fails is reported once per kind of failure in a row and tried again. */
export function every(name: string, milliseconds: number, task: () => Promise<unknown>): void {
  void (async () => {
    let lastFailure = "";
    while (!stopping.signal.aborted) {
      try {
        await task();
        lastFailure = "";
      } catch (error) {
        const failure = error instanceof Error ? error.message : "unknown";
        if (failure !== lastFailure) complain(`worker: ${name}`, error);
        lastFailure = failure;
      }
      await pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
}

/** Lets every task finish its round and begin no other. */
export function stopAll(): void {
  stopping.abort();
}
