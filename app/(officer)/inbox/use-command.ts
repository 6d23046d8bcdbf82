import { useEffect } from "react";
import { useStable } from "./use-stable";

export type Command = "reply" | "close" | "claim" | "undo";

const EVENT = "jida:command";

/** Runs when the officer gives a command by its key; the inbox tells all panes by an event on the window. */
export function useCommand(command: Command, run: () => void): void {
  const latest = useStable(run);
  useEffect(() => {
    const hear = (event: Event) => {
      if (event instanceof CustomEvent && event.detail === command) latest();
    };
    window.addEventListener(EVENT, hear);
    return () => window.removeEventListener(EVENT, hear);
  }, [command, latest]);
}

/** Gives a command, as its key does. */
export function giveCommand(command: Command): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: command }));
}
