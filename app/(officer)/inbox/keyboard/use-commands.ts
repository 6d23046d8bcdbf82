import { useRef } from "react";
import type { InboxState } from "@/app/(officer)/inbox/feed/store";
import { chosenThread } from "@/app/(officer)/inbox/feed/use-chosen-thread";
import type { QueueView } from "@/lib/questions/queries";
import { type Command, dispatchCommand, leaveCommand, useShortcuts } from "./use-shortcuts";

const VIEW_OF: Partial<Record<Command, QueueView>> = { view1: "waiting", view2: "mine", view3: "promises", view4: "done" };

type Commands = {
  state: InboxState;
  threadId: string | null;
  openThread(id: string | null): void;
  showView(view: QueueView): void;
  help(): void;
};

/** What single keys do on this screen; what belongs to the open thread is handed on to its panes. */
export function useCommands({ state, threadId, openThread, showView, help }: Commands): void {
  // Two rows can belong to one thread: the row that was stepped to is remembered, not only its thread.
  const steppedTo = useRef<string | null>(null);
  const step = (by: 1 | -1) => {
    const stepped = state.rows.findIndex((row) => row.id === steppedTo.current && row.threadId === threadId);
    const here = stepped >= 0 ? stepped : state.rows.findIndex((row) => row.threadId === threadId);
    const next = state.rows[here < 0 ? 0 : here + by];
    if (!next) return;
    steppedTo.current = next.id;
    openThread(next.threadId);
  };
  const reply = (command: "open" | "reply") => {
    const chosen = chosenThread();
    if (chosen && chosen === state.open?.view.id) return dispatchCommand("reply");
    if (chosen) return leaveCommand("reply", chosen);
    if (command === "open") step(1);
  };
  useShortcuts((command) => {
    const view = VIEW_OF[command];
    if (view) return showView(view);
    switch (command) {
      case "next":
        return step(1);
      case "previous":
        return step(-1);
      case "back":
        return openThread(null);
      case "help":
        return help();
      case "open":
      case "reply":
        return reply(command);
      default:
        return dispatchCommand(command);
    }
  });
}
