import { useEffect, useEffectEvent } from "react";
import type { Command } from "./use-shortcuts";

/** Runs when the officer gives a command by its key; see dispatchCommand. */
export function useCommand(command: Extract<Command, "reply" | "close" | "claim" | "undo">, run: () => void): void {
  const onCommand = useEffectEvent((event: Event) => {
    if (event instanceof CustomEvent && event.detail === command) run();
  });
  useEffect(() => {
    const listener = (event: Event) => onCommand(event);
    window.addEventListener("jida:command", listener);
    return () => window.removeEventListener("jida:command", listener);
  }, []);
}
