import { useEffect, useEffectEvent } from "react";
import { chosenPane } from "@/app/(officer)/inbox/feed/use-chosen-thread";
import type { Command } from "./commands";
import { onCommand, takeCommand } from "./run-command";

/**
 * Runs when the officer gives a command, by its key or in the palette; a pane that is only now there takes what was left for it.
 * `ahead`: while this stands it takes the command from everybody else, as a selection does from the open thread.
 */
export function useCommand(command: Command, run: () => void, { ahead = false }: { ahead?: boolean } = {}): void {
  const heard = useEffectEvent(run);
  useEffect(() => {
    if (!ahead && takeCommand(command, chosenPane())) heard();
    return onCommand(command, () => heard(), ahead);
  }, [command, ahead]);
}
