import { useEffect, useRef } from "react";

export type Command = "reply" | "close" | "claim" | "undo";

/** Runs when the officer gives a command by its key; the inbox tells all panes by an event on the window. */
export function useCommand(command: Command, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const hear = (event: Event) => {
      if (event instanceof CustomEvent && event.detail === command) latest.current();
    };
    window.addEventListener("jida:command", hear);
    return () => window.removeEventListener("jida:command", hear);
  }, [command]);
}
