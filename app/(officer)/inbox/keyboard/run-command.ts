import type { Command } from "./commands";

const EVENT = "jida:command";

/** A command given on a thread or group that is still being read is meant for it: it waits until its pane stands. */
let waiting: { command: Command; paneId: string; until: number } | null = null;
/** Later than this the officer has done something else; milliseconds. */
const PATIENCE = 5_000;

/**
 * Does what a command says, whoever owns it: the screen, the open thread, a list.
 * @returns whether anybody heard it
 */
export function runCommand(command: Command): boolean {
  // From below the window: on its way down it meets those first who listen ahead.
  return !document.dispatchEvent(new CustomEvent(EVENT, { detail: command, bubbles: true, cancelable: true }));
}

/** Hears of one command; `ahead`: before all others, who then hear nothing of it. Returns how to stop. */
export function onCommand(command: Command, run: () => void, ahead = false): () => void {
  const listener = (event: Event) => {
    if (!(event instanceof CustomEvent) || event.detail !== command) return;
    if (ahead) event.stopImmediatePropagation();
    event.preventDefault();
    run();
  };
  window.addEventListener(EVENT, listener, ahead);
  return () => window.removeEventListener(EVENT, listener, ahead);
}

/** Keeps a command for the pane of a thread or group, in place of any that waits. */
export function leaveCommand(command: Command, paneId: string): void {
  waiting = { command, paneId, until: performance.now() + PATIENCE };
}

/** @returns whether this command was waiting for this thread or group; it waits no longer */
export function takeCommand(command: Command, paneId: string | null): boolean {
  if (waiting?.command !== command || waiting.paneId !== paneId) return false;
  const meant = performance.now() < waiting.until;
  waiting = null;
  return meant;
}
